package live

import (
	"errors"
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"syscall"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/usage"
)

// Listen takes a port of this machine, which nobody else reaches; 0 is any that is free.
func Listen(port int) (net.Listener, error) {
	if port < 0 || port > 65535 {
		return nil, usage.Errorf("--port %d: want 1 to 65535, or 0 for any that is free", port)
	}
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", fmt.Sprint(port)))
	var refusal *net.OpError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, usage.Errorf("--port %d: another program uses it: name another, or leave --port out", port)
	case errors.Is(err, syscall.EACCES):
		return nil, usage.Errorf("--port %d: this system keeps it for others: name one from 1024 on, or leave --port out", port)
	case errors.As(err, &refusal):
		return nil, fmt.Errorf("serve the page: port %d: %w", port, files.Cause(refusal.Err))
	}
	return l, err
}

// Show opens an address in the user's browser, which outlives this program.
func Show(address string) error {
	way := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if way == nil {
		way = []string{"xdg-open"}
	}
	c := exec.Command(way[0], append(way[1:], address)...)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait() // so that no zombie is left
	return nil
}
