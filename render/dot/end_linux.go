package dot

import (
	"os/exec"
	"runtime"
	"syscall"
)

// endWithUs has a process that is about to be started killed when this one ends,
// however it does. The kernel goes by the thread that starts it, which the caller
// therefore keeps until it calls what is returned, once the process has ended.
func endWithUs(c *exec.Cmd) (ended func()) {
	runtime.LockOSThread()
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return runtime.UnlockOSThread
}
