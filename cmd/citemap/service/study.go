package service

import (
	"context"

	"citemap/graph/study"
)

// Corpus reads the lists and gathers their corpus, cut as Options say. That no
// entry resolved is no error here.
func (s *Service) Corpus(ctx context.Context, lists []string, o GatherOptions) (*Corpus, error) {
	read, err := s.Read(ctx, lists, ReadOptions{PassedOver: o.PassedOver})
	if err != nil {
		return nil, err
	}
	return s.Gather(ctx, read, o)
}

// Cover reads the lists and gathers their corpus for questions that the graph itself
// answers: nothing is studied but how much of the lists is known. That no entry
// resolved is an error.
func (s *Service) Cover(ctx context.Context, lists []string, o GatherOptions) (*Findings, error) {
	corpus, err := s.Corpus(ctx, lists, o)
	if err != nil {
		return nil, err
	}
	if err := s.AnyResolved(corpus); err != nil {
		return nil, err
	}
	return corpus.Cover(), nil
}

// StudyOptions is what one question wants of the studying.
type StudyOptions struct {
	study.Options
	ExcludeFileMayBeNew bool // what is rejected now makes the file of Options
}

// Study reads the lists, gathers their corpus and studies it. Without lists the
// corpus is the snapshot alone. That no entry resolved is an error.
func (s *Service) Study(ctx context.Context, lists []string, o StudyOptions) (*Findings, error) {
	corpus, err := s.Corpus(ctx, lists, GatherOptions{})
	if err != nil {
		return nil, err
	}
	return s.StudyOf(ctx, corpus, o)
}

// StudyOf studies a corpus. That no entry resolved is an error.
func (s *Service) StudyOf(ctx context.Context, corpus *Corpus, o StudyOptions) (*Findings, error) {
	if err := s.AnyResolved(corpus); err != nil {
		return nil, err
	}
	excluded, err := s.excluded(corpus.Corpus, o.ExcludeFileMayBeNew)
	if err != nil {
		return nil, err
	}
	o.Gaps.Exclude = append(excluded.Papers, o.Gaps.Exclude...)
	return Interruptible(ctx, func() (*Findings, error) {
		return &Findings{Findings: study.Of(corpus.Corpus, o.Options), Title: corpus.title(), Read: corpus.Read, Failed: corpus.Failed, Excluded: excluded}, nil
	})
}
