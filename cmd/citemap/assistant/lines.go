package assistant

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// mostBytes is how long a message may be. A list is shorter.
const mostBytes = 4 << 20

// lines are messages on two streams, one a line. What is no message is answered with an
// error, where the transport of the protocol's own package ends the connection.
type lines struct {
	in  io.Reader
	out io.Writer
}

// Connect begins to read.
func (l *lines) Connect(context.Context) (mcp.Connection, error) {
	c := &connection{out: l.out, incoming: make(chan line), closed: make(chan struct{}), answered: make(chan struct{}, 1)}
	go c.receive(bufio.NewReaderSize(l.in, 64<<10))
	return c, nil
}

// A line is what stood on one; long says that it was more than is read.
type line struct {
	text []byte
	long bool
}

type connection struct {
	incoming chan line // closed where the stream ends
	closed   chan struct{}
	close    sync.Once

	writing sync.Mutex
	out     io.Writer

	unanswered atomic.Int32
	answered   chan struct{} // has one when an answer was written
}

// late is how long answers may take once the input has ended: whoever writes all questions
// and closes the stream still reads them.
const late = 10 * time.Second

// receive hands over line by line. It may be left waiting for a stream that never ends.
func (c *connection) receive(in *bufio.Reader) {
	defer close(c.incoming)
	for {
		next, err := readLine(in)
		if len(bytes.TrimSpace(next.text)) > 0 || next.long {
			select {
			case c.incoming <- next:
			case <-c.closed:
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// readLine reads to the end of a line, and keeps no more of it than a message may have.
func readLine(in *bufio.Reader) (l line, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if l.long = l.long || len(l.text)+len(part) > mostBytes; l.long {
			l.text = nil
		} else {
			l.text = append(l.text, part...)
		}
		if err != bufio.ErrBufferFull {
			return l, err
		}
	}
}

// Read gives the next message. What is none is refused on the way.
func (c *connection) Read(ctx context.Context) (jsonrpc.Message, error) {
	for {
		select {
		case l, more := <-c.incoming:
			if !more {
				c.finish(ctx)
				return nil, io.EOF
			}
			m, refused := message(l)
			if refused == nil {
				if r, is := m.(*jsonrpc.Request); is && r.IsCall() {
					c.unanswered.Add(1)
				}
				return m, nil
			}
			if err := c.write(refused); err != nil {
				return nil, err
			}
		case <-c.closed:
			return nil, io.EOF
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// finish waits for the answers that are under way.
func (c *connection) finish(ctx context.Context) {
	ctx, stop := context.WithTimeout(ctx, late)
	defer stop()
	for c.unanswered.Load() > 0 {
		select {
		case <-c.answered:
		case <-c.closed:
			return
		case <-ctx.Done():
			return
		}
	}
}

// message reads a line; refused answers one that is no message.
func message(l line) (m jsonrpc.Message, refused []byte) {
	if l.long {
		return nil, refusal(nil, jsonrpc.CodeInvalidRequest, fmt.Sprintf("message longer than %d MB: send less at once", mostBytes>>20))
	}
	if !json.Valid(l.text) {
		return nil, refusal(nil, jsonrpc.CodeParseError, "no JSON: send one JSON-RPC message a line")
	}
	m, err := jsonrpc.DecodeMessage(l.text)
	if err != nil {
		var sent struct {
			ID json.RawMessage `json:"id"`
		}
		_ = json.Unmarshal(l.text, &sent) // a batch has no id
		return nil, refusal(sent.ID, jsonrpc.CodeInvalidRequest, "no JSON-RPC 2.0 message: send one request or notification a line, and no batch")
	}
	return m, nil
}

// refusal is the answer to what is no message.
func refusal(id json.RawMessage, code int, why string) []byte {
	if len(id) == 0 || id[0] == '{' || id[0] == '[' {
		id = json.RawMessage("null")
	}
	text, _ := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": id, "error": map[string]any{"code": code, "message": why}}) // of such values it always succeeds
	return text
}

// Write writes a message.
func (c *connection) Write(ctx context.Context, m jsonrpc.Message) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	text, err := jsonrpc.EncodeMessage(m)
	if err != nil {
		return err
	}
	if err := c.write(text); err != nil {
		return err
	}
	if _, is := m.(*jsonrpc.Response); is {
		c.unanswered.Add(-1)
		select {
		case c.answered <- struct{}{}:
		default:
		}
	}
	return nil
}

func (c *connection) write(text []byte) error {
	c.writing.Lock()
	defer c.writing.Unlock()
	_, err := c.out.Write(append(text, '\n'))
	return err
}

// Close ends the connection; the streams are those of the process and stay open.
func (c *connection) Close() error {
	c.close.Do(func() { close(c.closed) })
	return nil
}

// SessionID is that of the only session.
func (c *connection) SessionID() string { return "" }
