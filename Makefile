# Nothing but Go and make is needed: make demo, make test.
BIN ?= bin/citemap
PREFIX ?= $(HOME)/.local
FUZZTIME ?= 20s
PACKAGES = ./... ./testdata

.PHONY: build test check lint race bench demo fuzz soak audit man install uninstall dist clean snapshot excerpt

build:
	@echo "building $(BIN): some minutes the first time, package by package as named here"
	go build -v -o $(BIN) ./cmd/citemap

test:
	go test $(TESTFLAGS) ./...

# What CI runs. go vet has looked at everything, so that the tests need not again.
check: lint
	$(MAKE) test TESTFLAGS=-vet=off
	$(MAKE) race

# The tools read the source of all that is linked: with less rubbish collected, in two
# thirds of the time.
lint: export GOGC = 400
lint: export GOMEMLIMIT = 2GiB
lint:
	@bad=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$bad" ]; then echo "gofmt would change:"; echo "$$bad"; exit 1; fi
	go vet $(PACKAGES)
	go tool staticcheck $(PACKAGES)

# Races are looked for in the rooms where several goroutines share what changes. The
# detector makes everything ten times slower, so with -short long tests in which nothing
# runs side by side are left out, and what is repeated is repeated less often. A process
# need not wait a second at its end for more races. The detector needs a C compiler.
RACED = ./cmd/citemap/assistant ./cmd/citemap/desk ./cmd/citemap/live/... ./fetch/api ./fetch/semanticscholar \
	./fetch/field ./fetch/library/... ./fetch/packed ./graph/gap ./graph/rank
race:
	@if command -v $$(go env CC) >/dev/null 2>&1; then set -x; CGO_ENABLED=1 GORACE=atexit_sleep_ms=50 go test -vet=off -race -short -timeout 20m $(RACED); \
	else echo "no C compiler: nobody looks for races"; fi

# Whole commands beside a Python script, then measures beside gonum's and, where
# python3-igraph is installed, igraph's; half an hour or so, and 1 GB in the folder for
# temporary files. BENCH='-largest 1000000' is shorter, -kernels=false half of it.
bench:
	go run ./cmd/bench $(BENCH)

demo: build
	$(BIN) demo

# Each fuzz target in turn, FUZZTIME each. What is new is made smaller in ten runs at most:
# usually that takes up to a minute each, in which nothing seems to happen.
fuzz:
	@set -e; for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "$$package $$target"; go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$package; \
		done; \
	done

# Kills, two processes and damage upon one library, again and again for SOAK; not
# in CI.
SOAK ?= 10m
soak:
	CITEMAP_SOAK=$(SOAK) go test -count=1 -timeout 0 -run '^TestSoak$$' -v ./fetch/library

# Known faults of what is built in, and usual faults of what is written here. The
# first asks a database on the net, and both are fetched: where that is out of
# reach, it says so.
AUDITED = fetch render graph cmd/citemap
audit:
	@go run golang.org/x/vuln/cmd/govulncheck@latest ./... || echo "govulncheck: found something, or its database cannot be reached: see above"
	@go run github.com/securego/gosec/v2/cmd/gosec@latest -quiet -severity medium -exclude-generated $(addprefix ./,$(addsuffix /...,$(AUDITED))) || echo "gosec: found something, or cannot be had: see above"

# A man page a verb, into build/man; docs/command is the same in Markdown.
man: build
	rm -rf build/man
	$(BIN) manual build/man

install: man
	install -D -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/citemap
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 build/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BIN) completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/citemap
	$(BIN) completion zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_citemap
	$(BIN) completion fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/citemap.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/citemap $(DESTDIR)$(PREFIX)/share/man/man1/citemap.1 $(DESTDIR)$(PREFIX)/share/man/man1/citemap-*.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/citemap $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_citemap $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/citemap.fish

# Archives for Linux, macOS and Windows into dist/, with their sums; the same
# source gives the same bytes.
dist:
	go run ./cmd/dist

# Makes the demo's snapshot again from the transcribed bibliographies.
snapshot:
	go run ./cmd/bibliographies testdata/lists/finetune.md ../shared/seed-references > testdata/snapshots/finetune.jsonl.new
	mv testdata/snapshots/finetune.jsonl.new testdata/snapshots/finetune.jsonl

# Makes the second act's list, its held-out half and its snapshot again from the ACL
# Anthology Network.
excerpt:
	go run ./cmd/excerpt -snapshot ../shared/graphs/aan.snapshot.jsonl.gz -lists ../shared/graphs/aan.lists.jsonl -name J11-1007

clean:
	rm -rf bin build dist citemap-demo
