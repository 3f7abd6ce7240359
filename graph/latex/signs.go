package latex

// accents are the combining characters of LaTeX's accents.
var accents = map[string]rune{
	"'": 0x0301, "`": 0x0300, `"`: 0x0308, "^": 0x0302, "~": 0x0303, "=": 0x0304, ".": 0x0307,
	"u": 0x0306, "v": 0x030C, "H": 0x030B, "c": 0x0327, "k": 0x0328, "r": 0x030A, "d": 0x0323, "b": 0x0331, "h": 0x0309, "t": 0x0361,
	"acute": 0x0301, "grave": 0x0300, "ddot": 0x0308, "hat": 0x0302, "widehat": 0x0302, "tilde": 0x0303, "widetilde": 0x0303,
	"bar": 0x0304, "overline": 0x0304, "dot": 0x0307, "breve": 0x0306, "check": 0x030C, "mathring": 0x030A, "vec": 0x20D7,
}

// alone are the signs that accents on nothing stand for: \^{} and \~{}.
var alone = map[rune]string{0x0302: "^", 0x0303: "~"}

// signs are LaTeX's commands for one character.
var signs = map[string]string{
	"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
	"i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
	"ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
	"textquotedblleft": "“", "textquotedblright": "”", "textasciigrave": "`", "textasciitilde": "~", "textasciicircum": "^", "textbackslash": `\`,
	"textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textunderscore": "_", "textbar": "|",
	"textless": "<", "textgreater": ">", "textdollar": "$", "textdegree": "°", "copyright": "©", "textregistered": "®",
	"texttrademark": "™", "TeX": "TeX", "LaTeX": "LaTeX", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
	"epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ",
	"nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ",
	"psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ",
	"Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "infty": "∞", "times": "×", "cdot": "·", "pm": "±", "to": "→",
	"rightarrow": "→", "leftarrow": "←", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈",
	"Upsilon": "Υ", "Xi": "Ξ", "upsilon": "υ", "iota": "ι", "vartheta": "ϑ", "varrho": "ϱ", "varsigma": "ς", "hbar": "ħ", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ",
	"circ": "∘", "bullet": "•", "star": "⋆", "ast": "*", "prime": "′", "dagger": "†", "ddagger": "‡", "top": "⊤", "bot": "⊥", "perp": "⊥",
	"oplus": "⊕", "otimes": "⊗", "odot": "⊙", "div": "÷", "mp": "∓", "ll": "≪", "gg": "≫", "equiv": "≡", "cong": "≅", "propto": "∝", "simeq": "≃",
	"subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇", "cap": "∩", "cup": "∪", "wedge": "∧", "vee": "∨", "land": "∧", "lor": "∨",
	"neg": "¬", "lnot": "¬", "forall": "∀", "exists": "∃", "notin": "∉", "emptyset": "∅", "setminus": "∖", "sum": "∑", "prod": "∏", "int": "∫",
	"Rightarrow": "⇒", "Leftarrow": "⇐", "leftrightarrow": "↔", "Leftrightarrow": "⇔", "mapsto": "↦", "longrightarrow": "⟶", "uparrow": "↑",
	"downarrow": "↓", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "vert": "|", "mid": "|", "Vert": "‖",
	"parallel": "∥", "cdots": "⋯", "quad": " ", "qquad": " ", "square": "□", "triangle": "△", "lt": "<", "gt": ">", "ne": "≠", "textmu": "µ", "checkmark": "✓",
	"log": "log", "ln": "ln", "exp": "exp", "sin": "sin", "cos": "cos", "tan": "tan", "tanh": "tanh", "max": "max", "min": "min", "lim": "lim",
	"sup": "sup", "inf": "inf", "arg": "arg", "det": "det", "dim": "dim", "ker": "ker", "gcd": "gcd", "Pr": "Pr", "deg": "deg", "bmod": "mod", "mod": "mod",
	"textpm": "±", "texttimes": "×", "textbullet": "•", "textellipsis": "…", "textsection": "§", "S": "§", "P": "¶", "pounds": "£", "euro": "€", "texteuro": "€",
	"textquotesingle": "'", "textquotedbl": "\"", "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»",
	"textexclamdown": "¡", "textquestiondown": "¿", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "slash": "/", "ng": "ŋ", "NG": "Ŋ", "colon": ":",
	"sim": "∼", "partial": "∂", "nabla": "∇", "sqrt": "√", "in": "∈",
}
