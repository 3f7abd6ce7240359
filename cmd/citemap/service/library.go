package service

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"citemap/cmd/citemap/console"
	"citemap/fetch/library"
	"citemap/render"
)

// OpenLibrary opens the library, which is made where there is none.
func (s *Service) OpenLibrary() (*library.Library, error) {
	path, err := s.o.LibraryPath()
	if err != nil {
		return nil, err
	}
	refresh := max(s.o.Refresh, 1) // to the library, 0 is its default
	return library.Open(path, library.Options{Refresh: refresh, Offline: s.o.Offline})
}

// LibraryPath is where the library is, or is to be.
func (o Options) LibraryPath() (string, error) {
	if o.Library != "" {
		return o.Library, nil
	}
	folder, err := dataFolder()
	return filepath.Join(folder, "citemap", "library.sqlite"), err
}

// dataFolder is where programs of this user keep their data.
func dataFolder() (string, error) {
	if folder := os.Getenv("XDG_DATA_HOME"); folder != "" {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find your data folder: %w; name a library with --library", err)
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support"), nil
	case "windows":
		return os.UserConfigDir()
	}
	return filepath.Join(home, ".local", "share"), nil
}

// sayDamage says once what of the library could not be read.
func (s *Service) sayDamage(lib *library.Library) {
	if bad := lib.Damaged(); len(bad) > 0 {
		s.console.Warn(fmt.Sprintf("%d %s of the library cannot be read and %s as missing (the first: %s): citemap library check lists them, citemap library repair deletes them so that they are fetched again",
			len(bad), console.Plural(len(bad), "record", "records"), console.Plural(len(bad), "counts", "count"), render.Clean(bad[0])))
	}
}
