//go:build !linux

package dot

import "os/exec"

// endWithUs does nothing where the system cannot end a process with the one that
// started it: it notices that its input has ended.
func endWithUs(*exec.Cmd) (ended func()) { return func() {} }
