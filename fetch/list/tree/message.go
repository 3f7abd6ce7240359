package tree

import (
	"regexp"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/record"
	"citemap/graph"
	"citemap/graph/titles"
)

// chatLink is a link of Slack's, with what it is called.
var chatLink = regexp.MustCompile(`<(https?://[^|>\s]+)\|([^>]*)>`)

// message reads the papers that a message links to. What a link is called is the
// title of the paper, or else what the chat shows of the page. Other words are talk.
func (w *walker) message(n *Node, section string) {
	text := strings.Join(n.said(), " ")
	seen := map[graph.ExternalID]bool{}
	add := func(title string, ids graph.ExternalIDs) {
		if len(ids) == 0 || seen[ids[0]] {
			return
		}
		seen[ids[0]] = true
		w.out.Add(&record.Record{Start: n.start, End: n.end, Title: title, IDs: ids, Section: section})
	}
	for _, m := range chatLink.FindAllStringSubmatch(text, 64) {
		if p := address.PageOf(m[1]); p.Scheme != "" && p.Scheme != graph.Link {
			add(called(m[2]), graph.ExternalIDs{p.ExternalID()})
		}
	}
	for _, key := range []string{"attachments", "embeds"} {
		if x := n.Field(key); x != nil {
			for _, x := range x.open().list {
				if p := address.PageOf(firstOf(x, "title link", "from url", "original url", "url")); p.Scheme != "" && p.Scheme != graph.Link {
					add(called(x.Field("title").first()), graph.ExternalIDs{p.ExternalID()})
				}
			}
		}
	}
	for _, e := range plain.ReadAnyIDs([]byte(chatLink.ReplaceAllString(text, "$2"))) {
		add("", e.IDs)
	}
}

// said gives the words of a message, and the addresses among them.
func (n *Node) said() (out []string) {
	for _, name := range []string{"text", "content"} {
		x := n.Field(name)
		if x == nil {
			continue
		}
		if x.open().text != "" {
			out = append(out, x.text)
		}
		for _, x := range x.list { // Telegram's, in parts
			said := x.open().text + x.Field("text").first()
			if link := x.Field("href").first(); link != "" {
				said = "<" + link + "|" + said + ">"
			}
			out = append(out, said)
		}
	}
	return out
}

// called gives what a page is called, unless that is its address.
func called(s string) string {
	s = words.OneLine(titles.Unescape(s))
	if _, id := address.LooseID(s); id || strings.Contains(s, "://") || strings.Contains(s, "/") && !strings.Contains(s, " ") {
		return ""
	}
	return s
}
