package dot

// A Job is one drawing.
type Job = job

// DrawApart has a process of its own draw.
var DrawApart = drawApart
