// Package testdata holds the list and the snapshot that the demo shows.
package testdata

import _ "embed"

// List is a real reading list: a user's own file, as it is.
//
//go:embed lists/finetune.md
var List []byte

// Snapshot is the corpus around List; its first line says where it comes from.
//
//go:embed snapshots/finetune.jsonl
var Snapshot []byte
