package titles_test

import (
	"testing"

	"citemap/graph/titles"
)

// Titles of one paper and of two, of the kinds that were mixed up.
func TestSameTitle(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Cross-task generalization", "Crosstask Generalization", true},
		{"The Modelling of Behaviour", "Modeling of behavior", true},
		{"Attention is all you need!", "Attention Is All You Need", true},
		{"Poincaré maps & flows", "Poincare\u0301 Maps and Flows", true},
		{"LIMA", "LIMA: Less Is More for Alignment", true},
		{"LIMA: less is more for alignment", "LIMA", true},
		{"Distilling step by step", "Distilling Step-by-Step! Outperforming Larger Language Models", true},
		{"Neural turning", "Neural Turning - A Study of Gears", true},
		{"GPT-3: Language Models are Few-Shot Learners", "Language Models are Few-Shot Learners", false},
		{"OPINE: Extracting Product Features", "Extracting Product Features", false},
		{"Growth of <i>E. coli</i> in H<sub>2</sub>O &amp;amp; salt", "Growth of E. coli in H2O & salt", true},
		{`Bounds on $\mathcal{O}(n^2)$ networks with \emph{few} layers`, "Bounds on O(n2) networks with few layers", true},
		{"10,000 words", "10000 words", true},
		{"深度学习研究综述", "深度 学习研究综述。", true},
		{"Part II: The Tower", "Part 2. The tower", true},

		{"BERT", "Bertrand competition", false},
		{"Deep Residual Learning", "Deep Residual Learning for Image Recognition", false},
		{"Language models are zero-shot learners", "Language models are few-shot learners", false},
		{"Learning to summarize from AI feedback", "Learning to summarize from human feedback", false},
		{"The anatomy: Part I", "The anatomy: Part II", false},
		{"The anatomy of things", "The anatomy of things: Part II", false},
		{"The anatomy of things", "The anatomy of things - III", false},
		{"Attention is not explanation", "Attention is not not explanation", false},
		{"Fast inference in C++", "Fast inference in C", false},
		{"Fast inference in C#", "Fast inference in C", false},
		{"Decays of B+ mesons", "Decays of B- mesons", false},
		{"Decays of B<sup>+</sup> mesons", "Decays of B<sup>−</sup> mesons", false},
		{"Spectra (α)", "Spectra (β)", false},
		{"P = NP", "P ≠ NP", false},
		{"GPT-3.5 at work", "GPT-35 at work", false},
		{"SemEval-2010 Task 8", "SemEval-2010 Task 9", false},
		{"Vitamin A and vision", "Vitamin and vision", false},
		{"Radiative corrections", "Erratum: Radiative corrections", false},
		{"Erratum", "Erratum: Radiative corrections", false},
		{"Radiative corrections", "Radiative corrections: Reply", false},
		{"Supervised parsing", "Unsupervised parsing", false},
		{"", "Anything", false}, {"", "", false}, {"?!", "?!", false},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := titles.Same(pair[0], pair[1]); got != test.want {
				t.Errorf("%q and %q: %v, want %v (keys %q, %q)", pair[0], pair[1], got, test.want, titles.Key(pair[0]), titles.Key(pair[1]))
			}
		}
	}
}

func TestPlain(t *testing.T) {
	for title, want := range map[string]string{
		"A  <i>b</i>\nc": "A b c", "&amp;lt;b&amp;gt;X&amp;lt;/b&amp;gt; &amp; y": "X & y", "p < 0.05 and List<T>": "p < 0.05 and List<T>",
		`Solitons in<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" display="inline"><mml:mi>N</mml:mi></mml:math>-coupled waves`:                                     "Solitons in N-coupled waves",
		`<jats:inline-formula><jats:alternatives><jats:tex-math>\alpha</jats:tex-math><mml:math><mml:mi>α</mml:mi></mml:math></jats:alternatives></jats:inline-formula> decay`: "α decay",
		`The <inline-formula><tex-math notation="LaTeX">$\ell_1$</tex-math></inline-formula> norm`:                                                                             "The ℓ₁ norm",
		`H<sub>2</sub>O<br/>and<br>ice`: "H2O and ice", `$N=2$ models`: "N=2 models", `from $5 to $10 a day`: "from $5 to $10 a day", `A $\sigma$ model`: "A σ model",
		"<i></i>": "<i></i>", "R&D of A&B": "R&D of A&B", "a\x1b[31mb": "a[31mb", `C:\ drive`: `C:\ drive`, "": "",
	} {
		if got := titles.Plain(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
		if got := titles.Plain(want); got != want {
			t.Errorf("%q again: %q", want, got)
		}
	}
}

func TestRecurring(t *testing.T) {
	for title, want := range map[string]bool{
		"Guest Editorial: Special Section on Visualization": true, "Message from the General Chairs": true, "Report of the President and Treasurer": true,
		"Editor's note": true, "Welcome to the 2019 conference": true, "Erratum: Radiative corrections": true,
		"Editing models with task arithmetic": false, "Message passing neural networks": false, "Reporting bias and knowledge": false, "Proceedings as data": false,
		"Welcoming strangers": false, "Report of the Nominating Committee": true, "Overview of the shared task on parsing": true, "Overview of committee machines": false, "Report on experiments with light": false, "Corrections": false, "Correction of misspelled queries": false, "Message from the neighbours": false, "Auditors' report on the society's accounts": true, "Message from the Workshop Organizers": true,
	} {
		if got := titles.Recurring(title); got != want {
			t.Errorf("%q: %v, want %v", title, got, want)
		}
	}
}
