package desk

import (
	"os"
	"time"
)

// A mark tells whether a file is still as it was read.
type mark struct {
	there bool
	size  int64
	when  time.Time
	file  os.FileInfo
}

// marks are those of the files that are there.
func marks(names []string) map[string]mark {
	out := map[string]mark{}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			out[name] = mark{true, info.Size(), info.ModTime(), info}
		}
	}
	return out
}

func (m mark) same(now mark) bool {
	return m.there == now.there && m.size == now.size && m.when.Equal(now.when) && (!m.there || os.SameFile(m.file, now.file))
}
