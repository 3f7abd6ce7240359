package tree

import (
	"strings"
)

// A yamlReader reads as much of YAML as stands in front matter: keys, lists,
// texts over lines, lists and quotes in a line. It never fails: what it does not
// understand is text.
type yamlReader struct {
	lines []string
	at    int
}

// ReadYAML gives maps, lists and strings.
func ReadYAML(text string) any {
	r := yamlReader{lines: strings.Split(strings.ReplaceAll(text, "\r", ""), "\n")}
	return r.block(0, 0)
}

// mostYAML is deeper than front matter goes.
const mostYAML = 20

// peek gives the next line with content, and its indent; -1 at the end.
func (r *yamlReader) peek() (line string, indent int) {
	for ; r.at < len(r.lines); r.at++ {
		line = strings.TrimRight(r.lines[r.at], " \t")
		body := strings.TrimLeft(line, " ")
		if body != "" && body[0] != '#' {
			return body, len(line) - len(body)
		}
	}
	return "", -1
}

// block reads the lines that are indented by least or more.
func (r *yamlReader) block(least, depth int) any {
	line, indent := r.peek()
	switch {
	case indent < least || depth > mostYAML:
		return ""
	case line == "-" || strings.HasPrefix(line, "- "):
		return r.items(indent, depth)
	}
	if _, _, ok := yamlKey(line); ok {
		return r.fields(indent, depth)
	}
	r.at++
	return yamlValue(line)
}

func (r *yamlReader) items(indent, depth int) any {
	out := []any{}
	for {
		line, now := r.peek()
		if now != indent || line != "-" && !strings.HasPrefix(line, "- ") {
			return out
		}
		body := strings.TrimLeft(line[1:], " ")
		if body == "" {
			r.at++
			out = append(out, r.block(indent+1, depth+1))
			continue
		}
		r.lines[r.at] = strings.Repeat(" ", indent+len(line)-len(body)) + body // what follows the dash stands in a block of its own
		out = append(out, r.block(indent+1, depth+1))
	}
}

func (r *yamlReader) fields(indent, depth int) any {
	out := map[string]any{}
	for {
		line, now := r.peek()
		key, value, ok := yamlKey(line)
		if now != indent || !ok {
			if now > indent { // the rest of a text
				r.at++
				continue
			}
			return out
		}
		r.at++
		switch {
		case value == "" || value[0] == '#':
			least := indent + 1
			if next, at := r.peek(); at == indent && strings.HasPrefix(next, "-") {
				least = indent // lists need no indent
			}
			out[key] = r.block(least, depth+1)
		case value[0] == '|' || value[0] == '>':
			out[key] = r.folded(indent, "")
		default:
			if value[0] == '"' || value[0] == '\'' || value[0] == '[' {
				out[key] = yamlValue(r.whole(value, indent))
			} else {
				out[key] = yamlValue(r.folded(indent, value))
			}
		}
	}
}

// folded gives a text with the lines below it that are indented more.
func (r *yamlReader) folded(indent int, text string) string {
	for {
		line, now := r.peek()
		if now <= indent {
			return strings.TrimSpace(text)
		}
		text += " " + line
		r.at++
	}
}

// whole gives a quoted text or a list in a line, with the lines below up to where
// it is closed.
func (r *yamlReader) whole(text string, indent int) string {
	shut := map[byte]string{'"': `"`, '\'': "'", '[': "]"}[text[0]]
	for !strings.Contains(text[1:], shut) {
		line, now := r.peek()
		if now < indent || now < 0 {
			return text
		}
		text += " " + line
		r.at++
	}
	return text
}

// yamlKey cuts "key: value"; a key has no spaces in front matter, and is in small
// letters then.
func yamlKey(line string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(line, ":")
	key = strings.Trim(key, `"' `)
	if !ok || key == "" || len(key) > 40 || value != "" && value[0] != ' ' && value[0] != '\t' || strings.ContainsAny(key, "[]{}#,\"") {
		return "", "", false
	}
	return key, strings.TrimSpace(value), true
}

// yamlValue reads a value in a line.
func yamlValue(s string) any {
	switch {
	case s == "":
		return s
	case s[0] == '"' || s[0] == '\'':
		quote := s[:1]
		if end := strings.LastIndex(s, quote); end > 0 {
			inner := s[1:end]
			if quote == "'" {
				return strings.ReplaceAll(inner, "''", "'")
			}
			return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(inner)
		}
	case s[0] == '[' && strings.Contains(s, "]") && !strings.HasPrefix(s, "[["):
		out := []any{}
		for _, part := range cutOutsideQuotes(s[1:strings.LastIndexByte(s, ']')]) {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, yamlValue(part))
			}
		}
		return out
	}
	if at := strings.Index(s, " #"); at >= 0 {
		s = strings.TrimSpace(s[:at])
	}
	return s
}

// cutOutsideQuotes cuts at the commas that stand in no quotes.
func cutOutsideQuotes(s string) []string {
	var out []string
	quote, start := byte(0), 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'' && (i == start || s[i-1] == ' '):
			quote = c
		case c == ',':
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}
