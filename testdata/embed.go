// Package testdata holds the lists and the snapshots that the demo shows.
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

// FieldList is every other paper of a bibliography, HeldOut the rest of it.
//
//go:embed lists/parsing.md
var FieldList []byte

// HeldOut is the half that FieldList leaves out.
//
//go:embed lists/parsing.held-out.md
var HeldOut []byte

// FieldSnapshot is what citemap would gather around FieldList, gzipped; its first
// line says where it comes from and how to cite it. cmd/excerpt makes all three.
//
//go:embed snapshots/parsing.jsonl.gz
var FieldSnapshot []byte
