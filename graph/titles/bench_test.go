package titles_test

import (
	"testing"

	"citemap/graph/titles"
)

func BenchmarkTitleKey(b *testing.B) {
	some := []string{"Continuous Speech Recognition From A Phonetic Transcription", "Form Factors of the Stress--Energy Tensor in $\\left ( E_n \\right )_1$", "Poincaré maps & flows: a study of behaviour"}
	for b.Loop() {
		for _, t := range some {
			titles.Key(t)
		}
	}
}
