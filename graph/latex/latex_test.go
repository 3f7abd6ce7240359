package latex_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"citemap/graph/latex"
)

func TestText(t *testing.T) {
	for written, want := range map[string]string{
		`{\'E}t{\'e} \` + "`" + `a la {\c{c}}a, \"{\i}, \v{s}\'{\i}, {\L}\'od\'z, Erd{\H o}s`: "Été à la ça, ï, ší, Łódź, Erdős",
		`Nguy{\~{\^e}}n and Vi\d{\^e}t`:                                                             "Nguyễn and Việt",
		`$O(n^2)$ or $O(n^{2+k})$ of H$_2$O`:                                                        "O(n²) or O(n^2+k) of H₂O",
		`$\ell_1$-norms in $\mathbb{R}^{10}$, $x_{ij}$`:                                             "ℓ₁-norms in ℝ¹⁰, xᵢⱼ",
		`A$^*$ search, the 4$^{th}$ of 90$^\circ$`:                                                  "A* search, the 4th of 90°",
		`$\epsilon$-greedy $\rightarrow$ $\tilde{O}(\sqrt{T})$`:                                     "ε-greedy → Õ(√T)",
		`$\frac{1}{2}$ of \textit{it} \& \emph{more}`:                                               "1/2 of it & more",
		`\href{https://x.org}{The Title}\footnote{Not this.}`:                                       "The Title",
		`{BERT}: {P}re-training --- of ` + "``all''":                                                "BERT: Pre-training — of “all”",
		`costs \$5 and $6 more`:                                                                     "costs $5 and 6 more",
		`\texorpdfstring{$H_0$}{H0} at {\ensuremath{\sim}}1 and \ensuremath{\alpha_2}, a\^{}b\~{}c`: "H₀ at ∼1 and α₂, a^b~c",
		`decays of $B \to K \times p$ and $\alpha\to b$`:                                            "decays of B → K × p and α→b",
		`a~b\,c\ d\\e`: "a b c d e",
		`\textsuperscript{2}H and CO\textsubscript{2}`: "²H and CO₂",
		`\unknown{kept} \`: "kept",
		`$\mathcal{O}$, $\mathrm{argmax}$, $\log n$, $a'$, $x-y$, $\{a\}$`: "O, argmax, log n, a′, x-y, {a}",
	} {
		if got := norm.NFC.String(latex.Text(written)); got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
}
