package field

// A Node is a paper's number in the field: its place in the order of time, ties by
// PaperID, as graph.Graph has it.
type Node = int32

// none stands for a paper that the field does not have.
const none Node = -1
