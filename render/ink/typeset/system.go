package typeset

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// SystemFolders are where a system keeps its fonts: Linux, macOS and Windows.
func SystemFolders() []string {
	folders := []string{
		"/usr/share/fonts", "/usr/local/share/fonts", "/run/current-system/sw/share/X11/fonts",
		"/System/Library/Fonts", "/Library/Fonts",
	}
	if windows := os.Getenv("WINDIR"); windows != "" {
		folders = append(folders, filepath.Join(windows, "Fonts"))
	}
	if home, err := os.UserHomeDir(); err == nil {
		folders = append(folders, filepath.Join(home, ".local/share/fonts"), filepath.Join(home, ".fonts"), filepath.Join(home, "Library/Fonts"))
	}
	return folders
}

// wanted are the fonts that hold what the embedded one lacks, in lower case, the
// best first. A pattern stands for all files that match, by name.
var wanted = []string{
	"notosanscjk-regular.tt[cf]", "notosanscjk*-regular.ot[cf]", "notosanscjk*-vf.*", "notosans[jkst]?-regular.*", "sourcehansans*-regular.*",
	"wqy-microhei.ttc", "wqy-zenhei.ttc", "droidsansfallback*.ttf", "uming.ttc", "pingfang.ttc", "hiragino sans gb.ttc", "stheiti light.ttc",
	"applesdgothicneo.ttc", "msyh.ttc", "msgothic.ttc", "malgun.ttf", "arial unicode.ttf", "arialuni.ttf",
	"notosansarabic-regular.*", "notosanshebrew-regular.*", "notosansdevanagari-regular.*", "notosans*-regular.*",
	"lohit-*.ttf", "freesans.*", "segoeui.ttf", "nirmala*.tt[cf]", "leelawui.ttf",
	"notoemoji*.ttf", "symbola*.*", "seguisym.ttf", "seguiemj.ttf", "unifont.*",
}

// most is how many fonts are looked into.
const most = 250

// find names the wanted fonts below the folders, the best first.
func find(folders []string) []string {
	type candidate struct {
		path string
		rank int
	}
	var found []candidate
	for _, folder := range folders {
		// What cannot be read holds no fonts for us.
		_ = filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil
			}
			if rank := rankOf(entry.Name()); rank >= 0 {
				found = append(found, candidate{file, rank})
			}
			return nil
		})
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.rank - b.rank })
	var paths []string
	for _, c := range found[:min(len(found), most)] {
		paths = append(paths, c.path)
	}
	return paths
}

// rankOf gives the place of a file among the wanted; -1 where it is not.
func rankOf(name string) int {
	name = strings.ToLower(name)
	if !slices.Contains([]string{".ttf", ".ttc", ".otf", ".otc"}, path.Ext(name)) {
		return -1
	}
	return slices.IndexFunc(wanted, func(pattern string) bool {
		match, err := path.Match(pattern, name)
		return match && err == nil
	})
}
