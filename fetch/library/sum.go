package library

import (
	"bytes"
	"fmt"
	"hash/crc32"
)

// A record carries a sum of itself and of what stands beside it in its row, as
// its last key. Those of earlier versions have none, and are taken as they are.
const (
	sumBegin  = `,"sum":"`
	sumLength = len(sumBegin) + 8 + len(`"}`)
)

// withSum adds the sum to a record, which ends with a line feed.
func withSum(record []byte, beside ...any) []byte {
	body := bytes.TrimSuffix(bytes.TrimRight(record, "\n"), []byte("}"))
	return fmt.Appendf(nil, `%s%s%08x"}`, body, sumBegin, sumOf(body, beside))
}

// sumHolds reports whether a record is as it was written.
func sumHolds(record []byte, beside ...any) bool {
	at := len(record) - sumLength
	if at < 0 || !bytes.HasPrefix(record[at:], []byte(sumBegin)) {
		return true
	}
	return string(record[at+len(sumBegin):len(record)-2]) == fmt.Sprintf("%08x", sumOf(record[:at], beside))
}

func sumOf(body []byte, beside []any) uint32 {
	return crc32.Update(crc32.ChecksumIEEE(body), crc32.IEEETable, []byte(fmt.Sprint(beside...)))
}
