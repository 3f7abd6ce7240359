package session

import "testing"

func TestDuration(t *testing.T) {
	for written, want := range map[string]string{
		"30d": "30d", "2w": "14d", "12h": "12h", "10m": "10m", "90m": "1h30m", "30m": "30m", "45s": "45s", "0s": "0s", "1h": "1h",
	} {
		var d Duration
		if err := d.Set(written); err != nil || d.String() != want {
			t.Errorf("%s is read as %s, %v; want %s", written, d.String(), err, want)
		}
	}
	for _, bad := range []string{"", "d", "-3d", "3", "1y", "xd", "NaNd", "Infw", "1e9d", "30days", "1h-3m"} {
		var d Duration
		if err := d.Set(bad); err == nil {
			t.Errorf("%q was read as %s", bad, d.String())
		}
	}
}
