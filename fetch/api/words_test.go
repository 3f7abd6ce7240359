package api

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"citemap/fetch"
)

// goWords are what only somebody who knows Go would understand.
var goWords = regexp.MustCompile(`net/http|json:|strconv|dial tcp|read tcp|x509|unmarshal|EOF|context deadline|tls: |http2?: |Go value|\[\]|%!|syscall|proxyconnect|lookup `)

// askOnce puts one question to an address and gives the text of the error,
// with HOST for the server's host.
func askOnce(t *testing.T, o Config) (string, error) {
	t.Helper()
	o.Patience, o.Rate = -1, 10000
	c := New(Service{Name: "A service", KeyHeader: "x-key"}, o)
	err := c.Ask(t.Context(), Request{
		What: "question", Method: http.MethodPost, Path: []string{"graph"}, Body: []byte("{}"),
		Decode: func(body []byte) error {
			var answer struct{ Papers []struct{ Year int } }
			return DecodeExactly(body, '{', &answer)
		},
	}, &Outage{})
	if err == nil {
		t.Fatal("no error")
	}
	return strings.ReplaceAll(err.Error(), c.base.Host, "HOST"), err
}

// answering is a service that gives one answer to everything.
func answering(status int, headers map[string]string, body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for k, v := range headers {
			w.Header().Set(k, v)
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
}

// raw is a service that answers with bytes of its own and hangs up.
func raw(text string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		_, _ = io.WriteString(conn, text)
		_ = conn.Close()
	})
}

func TestAnswersAreWorded(t *testing.T) {
	html := map[string]string{"Content-Type": "text/html"}
	to := func(where string) map[string]string { return map[string]string{"Location": where} }
	for _, test := range []struct {
		name    string
		service http.Handler
		want    string
	}{
		{"closed at once", raw(""), "question: A service gave no answer: the connection to HOST was closed before the answer was complete"},
		{"body cut short", raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"papers\""), "question: A service gave no answer: the connection to HOST was closed before the answer was complete"},
		{"no HTTP", raw("SSH-2.0-OpenSSH_9.6\r\n"), "question: A service gave no answer: what answers at HOST does not speak HTTP"},
		{"damaged compression", answering(200, map[string]string{"Content-Encoding": "gzip"}, "no gzip at all"), "question: A service gave no answer: the answer of HOST is damaged"},
		{"redirect to another host", answering(302, to("http://login.hotel.example/start?token=1"), ""), "A service answered 302: a redirect to http://login.hotel.example/start: a network login page? open it in a browser"},
		{"307 to another host", answering(307, to("https://portal.example"), ""), "A service answered 307: a redirect to https://portal.example: a network login page? open it in a browser"},
		{"redirect within", answering(302, to("/sorry"), ""), "A service answered 302: a redirect to http://HOST/sorry, which citemap does not follow: is http://HOST the API's address?"},
		{"redirect in a circle", answering(308, to("/graph"), ""), "A service answered 308: a redirect to http://HOST/graph, which citemap does not follow: is http://HOST the API's address?"},
		{"redirect to nowhere", answering(301, nil, ""), "A service answered 301: a redirect to nowhere"},
		{"web page", answering(200, html, "<!DOCTYPE html><title>\nHotel &amp; WiFi </title>"), `question: A service gave no answer: 200 with a web page ("Hotel & WiFi") in place of the answer: a network login page? open a browser and see`},
		{"web page without a title", answering(200, html, "<p>hello"), "question: A service gave no answer: 200 with a web page in place of the answer: a network login page? open a browser and see"},
		{"empty", answering(200, nil, " \n"), "question: A service gave no answer: 200 with an empty answer"},
		{"text", answering(200, nil, "upstream\nis down"), `question: A service gave no answer: 200 with text that is not the API's, "upstream is down"`},
		{"an error in a 200", answering(200, nil, `[{"message":"Internal server error"}]`), `question: A service gave no answer: 200 with an answer that cannot be used: it begins with "[{\"message\":\"Int"`},
		{"JSON cut short", answering(200, nil, `{"papers":[{"year":20`), "question: A service gave no answer: 200 with an answer that cannot be used: it is cut short"},
		{"damaged JSON", answering(200, nil, `{"papers":]}`), "question: A service gave no answer: 200 with an answer that cannot be used: it is damaged at byte 11"},
		{"JSON of another kind", answering(200, nil, `{"papers":[{"year":"this year"}]}`), "question: A service gave no answer: 200 with an answer that cannot be used: its Papers.Year is of another kind, string"},
		{"400 in plain text", answering(400, map[string]string{"Content-Type": "text/plain"}, "this is not\nfor you\n"), "A service answered 400: this is not for you"},
		{"401", answering(401, nil, `{"error":"Invalid key"}`), "A service answered 401: Invalid key; a key in SERVICE_KEY may help"},
		{"403", answering(403, nil, `{"message":"Forbidden"}`), "A service answered 403: Forbidden; a key in SERVICE_KEY may help"},
		{"408", answering(408, nil, ""), "question: A service gave no answer: 408: Request Timeout"},
		{"409", answering(409, nil, `{"error":"credit used up"}`), "A service answered 409: credit used up; a key in SERVICE_KEY may help"},
		{"413", answering(413, nil, ""), "A service answered 413 to a question: the question or its answer is too large"},
		{"400 of its size", answering(400, nil, `{"error":"Response would exceed maximum size...."}`), "A service answered 400 to a question: the question or its answer is too large"},
		{"429", answering(429, nil, ""), "question: A service gave no answer: 429: Too Many Requests; a key in SERVICE_KEY may help"},
		{"429 for the day", answering(429, map[string]string{"Retry-After": "54000"}, ""), "question: A service gave no answer: 429: Too Many Requests, and it asks to wait 15 h; a key in SERVICE_KEY may help"},
		{"500", answering(500, nil, ""), "question: A service gave no answer: 500: Internal Server Error"},
		{"504", answering(504, nil, `{"message":"Endpoint request timed out"}`), "question: A service gave no answer: 504: Endpoint request timed out"},
		{"no name for its status", answering(599, nil, ""), "question: A service gave no answer: 599: no reason given"},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(test.service)
			defer server.Close()
			text, _ := askOnce(t, Config{BaseURL: server.URL, KeyName: "SERVICE_KEY"})
			if text != test.want || goWords.MatchString(text) {
				t.Errorf("%s\nwant %s", text, test.want)
			}
		})
	}
}

func TestConnectionsAreWorded(t *testing.T) {
	plain := httptest.NewServer(answering(407, nil, ""))
	defer plain.Close()
	secret := httptest.NewUnstartedServer(answering(200, nil, "{}"))
	secret.Config.ErrorLog = log.New(io.Discard, "", 0) // refused handshakes
	secret.StartTLS()
	defer secret.Close()
	roots := x509.NewCertPool()
	roots.AddCert(secret.Certificate())
	trusting := func(change func(*tls.Config)) http.RoundTripper {
		config := &tls.Config{RootCAs: roots}
		change(config)
		return &http.Transport{TLSClientConfig: config}
	}
	through := func(proxy string) http.RoundTripper {
		u, _ := url.Parse(proxy)
		return &http.Transport{Proxy: http.ProxyURL(u)}
	}
	refused := refusedAddress(t)
	localhost := strings.Replace(secret.URL, "127.0.0.1", "localhost", 1)
	for _, test := range []struct {
		name, url string
		transport http.RoundTripper
		want      string
	}{
		{"refused", "http://" + refused, nil, "question: A service could not be reached: could not connect to HOST: connection refused"},
		{"self-signed", secret.URL, nil, "could not connect to HOST: its certificate is not trusted: this computer does not know who signed it"},
		{"another name", localhost, trusting(func(c *tls.Config) { c.ServerName = "hotel.test" }), "its certificate is not trusted: it was made out to another name (a network login page?)"},
		{"expired", secret.URL, trusting(func(c *tls.Config) {
			c.Time = func() time.Time { return time.Date(2990, 1, 1, 0, 0, 0, 0, time.UTC) }
		}), "it has expired or is not valid yet (is this computer's clock right?)"},
		{"no TLS there", "https" + strings.TrimPrefix(plain.URL, "http"), nil, "HOST does not speak https:// there: should the address begin with http://?"},
		{"TLS there", "http" + strings.TrimPrefix(secret.URL, "https"), nil, "answered 400: Client sent an HTTP request to an HTTPS server."},
		{"proxy refused", "http://api.example", through("http://" + refused), "could not connect to the proxy " + refused + ": connection refused"},
		{"proxy wants a name", "https://api.example", through(plain.URL), "the proxy before HOST wants a name and a password"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, _ := askOnce(t, Config{BaseURL: test.url, Transport: test.transport})
			if !strings.Contains(text, test.want) || goWords.MatchString(text) {
				t.Errorf("%s\nwant %s", text, test.want)
			}
		})
	}
}

// Errors that a test cannot bring about, as the operating system and the
// resolver hand them over.
func TestTransportErrorsAreWorded(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	system := func(call string, number syscall.Errno) error { return fmt.Errorf("%s: %w", call, number) }
	for _, test := range []struct {
		err  error
		want string
	}{
		{dial(&net.DNSError{Err: "no such host", Name: "api.example", IsNotFound: true}), "could not connect to api.example: name not found"},
		{dial(&net.DNSError{Err: "i/o timeout", Name: "api.example", IsTimeout: true}), "could not connect to api.example: no answer when asking for its name"},
		{dial(&net.DNSError{Err: "server misbehaving", Name: "api.example", IsTemporary: true}), "could not connect to api.example: its name could not be asked for"},
		{dial(system("connect", syscall.ENETUNREACH)), "could not connect to api.example: the network is unreachable"},
		{dial(system("connect", syscall.EHOSTUNREACH)), "could not connect to api.example: no route there"},
		{dial(system("connect", syscall.EPERM)), "could not connect to api.example: this computer does not permit it (a firewall?)"},
		{dial(system("socket", syscall.EMFILE)), "could not connect to api.example: too many open files"},
		{dial(&timeout{}), "could not connect to api.example: no answer"},
		{&net.OpError{Op: "proxyconnect", Net: "tcp", Err: dial(&net.DNSError{Err: "no such host", Name: "proxy.example", IsNotFound: true})}, "could not connect to the proxy proxy.example: name not found"},
		{&net.OpError{Op: "socks connect", Net: "tcp", Err: errors.New("unknown error general SOCKS server failure")}, "could not connect to the proxy: unknown error general SOCKS server failure"},
		{&net.OpError{Op: "read", Net: "tcp", Err: system("read", syscall.ECONNRESET)}, "the connection to api.example was closed before the answer was complete"},
		{&net.OpError{Op: "remote error", Err: errors.New("tls: handshake failure")}, "api.example refused to agree on encryption"},
		{errors.New("net/http: TLS handshake timeout"), "api.example did not agree on encryption in time"},
		{errors.New("http: server closed idle connection"), "the connection to api.example was closed before the answer was complete"},
		{errors.New("http2: server sent GOAWAY and closed the connection"), "the connection to api.example was closed before the answer was complete"},
		{errors.New("stream error: stream ID 3; INTERNAL_ERROR"), "the connection to api.example was closed before the answer was complete"},
		{errors.New("net/http: something new"), "the connection to api.example failed: something new"},
	} {
		err := &url.Error{Op: "Post", URL: "https://api.example/graph?api_key=secret", Err: test.err}
		if got := words(err, "api.example"); got != test.want || goWords.MatchString(got) {
			t.Errorf("%v: %s\nwant %s", test.err, got, test.want)
		}
	}
}

type timeout struct{}

func (*timeout) Error() string { return "i/o timeout" }
func (*timeout) Timeout() bool { return true }

func TestRefusedKeysAreNamed(t *testing.T) {
	var warned []string
	server := httptest.NewServer(answering(401, nil, `{"error":"no"}`))
	defer server.Close()
	text, err := askOnce(t, Config{BaseURL: server.URL, Key: "s3cr3t", KeyName: "SERVICE_KEY", Warn: func(text string) { warned = append(warned, text) }})
	var refusal *fetch.APIError
	if !errors.As(err, &refusal) || refusal.Status != 401 || text != "A service answered 401: no; the key in SERVICE_KEY was refused" {
		t.Errorf("%s", text)
	}
	if len(warned) != 1 || warned[0] != "A service refused the API key in SERVICE_KEY; asking without it" {
		t.Errorf("warned %q", warned)
	}
}

// refusedAddress is where nobody listens any more.
func refusedAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
