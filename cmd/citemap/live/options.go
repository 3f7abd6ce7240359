package live

import (
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/picture"
	"citemap/render/record"
)

// Options say what is served. All but Run has a useful zero value.
type Options struct {
	Run     func(*desk.State) record.Run // what led to a state
	Drawing picture.Drawing
	Pen     picture.Pen
	Add     string  // the command that puts papers on the list; "": none
	Rate    float64 // requests a second that looking further may send; 0: not known
}
