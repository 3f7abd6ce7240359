package layout

// A scene is what stands between the title and the legend, but for the arrows.
type scene struct {
	boxes []Box
	texts []Text
	lines []Line
}
