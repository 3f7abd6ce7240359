// Package door lets one browser in to what is served on this machine, and says to all
// others why they stay outside.
package door

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"net/http"
	"strings"
	"sync"

	"citemap/render/html"
)

// A Door lets one browser in: the first that brings the token, which is known by a
// cookie from then on. It stands at the two names of this machine, so that a page
// elsewhere whose name is made to lead here finds it shut, and opens to no request
// that another page makes in the same browser.
//
// Cookies do not tell ports apart. So that no other server of this machine is sent
// ours, it is meant for a room, a path that nobody can guess.
type Door struct {
	hosts  []string
	room   string
	cookie string // its name
	key    string // its value

	token string
	mu    sync.Mutex
	used  bool // the token
}

// New makes the door of a port of this machine.
func New(port int) *Door {
	return &Door{
		hosts: []string{fmt.Sprintf("127.0.0.1:%d", port), fmt.Sprintf("localhost:%d", port)},
		room:  "/" + rand.Text() + "/", cookie: fmt.Sprintf("citemap-%d", port), key: rand.Text(), token: rand.Text(),
	}
}

// Address is the one that opens the door, once.
func (d *Door) Address() string { return "http://" + d.hosts[0] + "/?token=" + d.token }

// Room is the path of all that is served, with a slash at its end.
func (d *Door) Room() string { return d.room }

// Guard answers what may not come in, and hands the rest on. All answers have a head by
// which nothing of them is kept, shown in a frame or told to others.
func (d *Door) Guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head(w)
		switch status, why := d.refusal(r); {
		case status != 0 && r.Method == http.MethodGet:
			turnAway(w, status, why)
		case status != 0:
			Refuse(w, status, why)
		case r.URL.Path == "/":
			d.enter(w, r)
		case d.known(r):
			next.ServeHTTP(w, r)
		case r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/"):
			turnAway(w, http.StatusForbidden, "this page is open to one browser, and is not, or no longer, open to this one: run citemap open again")
		default:
			Refuse(w, http.StatusForbidden, "not let in: open the address that citemap open printed")
		}
	})
}

// head is that of every answer: nothing of it is kept, shown in a frame, taken for
// something else, or told to others.
func head(w http.ResponseWriter) {
	for name, value := range map[string]string{
		"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
		"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
		"Content-Security-Policy": html.LivePolicy() + "; frame-ancestors 'none'",
	} {
		w.Header().Set(name, value)
	}
}

// refusal says why a request is refused, whoever makes it; 0 where it is not.
func (d *Door) refusal(r *http.Request) (status int, why string) {
	host := ""
	for _, h := range d.hosts {
		if r.Host == h {
			host = h
		}
	}
	site := r.Header.Get("Sec-Fetch-Site")
	asks := r.Method != http.MethodGet && r.Method != http.MethodHead
	switch {
	case host == "":
		return http.StatusMisdirectedRequest, "this server is " + d.hosts[0] + " and answers to no other name"
	case asks && r.Header.Get("Origin") != "http://"+host:
		return http.StatusForbidden, "only the page itself may ask for that"
	case asks && site != "" && site != "same-origin":
		return http.StatusForbidden, "only the page itself may ask for that"
	case site == "cross-site" || site == "same-site":
		return http.StatusForbidden, "another page led here: copy the address into the address bar instead"
	}
	return 0, ""
}

// known reports whether a request is from the browser that was let in.
func (d *Door) known(r *http.Request) bool {
	for _, c := range r.CookiesNamed(d.cookie) {
		if same(c.Value, d.key) {
			return true
		}
	}
	return false
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// enter takes the token for a cookie and leads to the room, under an address without
// the token.
func (d *Door) enter(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		w.Header().Set("Allow", http.MethodGet)
		Refuse(w, http.StatusMethodNotAllowed, "only GET is of use here")
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	switch right := same(r.URL.Query().Get("token"), d.token); {
	case right && d.used:
		turnAway(w, http.StatusForbidden, "this address was used already and opens the page once: go back to that page, or run citemap open again")
		return
	case !right:
		turnAway(w, http.StatusForbidden, "not let in: open the address that citemap open printed, with its token")
		return
	}
	d.used = true
	http.SetCookie(w, &http.Cookie{Name: d.cookie, Value: d.key, Path: d.room, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	w.Header().Set("Location", d.room)
	w.WriteHeader(http.StatusSeeOther)
}
