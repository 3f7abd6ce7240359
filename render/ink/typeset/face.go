package typeset

import (
	"io/fs"
	"os"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// open reads a font, or the first one of a collection.
func open(file opentype.Resource) (*font.Face, error) {
	loaders, err := opentype.NewLoaders(file)
	if err != nil {
		return nil, err
	}
	read, err := font.NewFont(loaders[0])
	if err != nil {
		return nil, err
	}
	face := font.NewFace(read)
	// A font of many weights may start from the thinnest.
	face.SetVariations([]font.Variation{{Tag: opentype.MustNewTag("wght"), Value: 400}})
	return face, nil
}

// mostBytes is how large the file of a font may be.
const mostBytes = 80 << 20

func openFile(path string) (*font.Face, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if about, err := file.Stat(); err != nil || !about.Mode().IsRegular() || about.Size() > mostBytes {
		return nil, fs.ErrInvalid
	}
	return open(file)
}
