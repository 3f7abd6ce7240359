package stem_test

import (
	"strings"
	"testing"

	"citemap/graph/stem"
)

// From the sample vocabulary that Snowball publishes with its English stemmer.
const published = `
abandoned abandon, abandonment abandon, abasement abas, abbey abbey, abbreviation abbrevi, abdominal abdomin,
abilities abil, able abl, ablutions ablut, abnormality abnorm, abode abod, abominably abomin, aborigines aborigin,
abridged abridg, abruptness abrupt, absence absenc, absorption absorpt, abstractedly abstract, absurdities absurd,
abundance abund, abysses abyss, academy academi, accelerated acceler, acceptation accept, accessories accessori,
accommodations accommod, accompanied accompani, accomplishments accomplish, accountabilities account,
accoutred accoutr, accumulation accumul, accuracy accuraci, accused accus, ache ach, achievements achiev,
acidity acid, acknowledgment acknowledg, acquaintances acquaint, acquiesce acquiesc, acquittal acquitt, acrimoniously acrimoni,
activity activ, actress actress, actuality actual, acuteness acut, adapt adapt, adaptability adapt, additionally addit,
adequate adequ, adieux adieux, adjective adject, adjuration adjur, administrators administr, admirable admir, admiralty admiralti,
admissions admiss, admonitory admonitori, adulation adul, advantageously advantag,
consign consign, consigned consign, consigning consign, consignment consign, consist consist, consisted consist,
consistency consist, consistent consist, consistently consist, consisting consist, consists consist, consolation consol,
consolations consol, consolatory consolatori, console consol, consoled consol, consoles consol, consolidate consolid,
consolidated consolid, consolidating consolid, consoling consol, consolingly consol, consols consol, consonant conson,
consort consort, consorted consort, consorting consort, conspicuous conspicu, conspicuously conspicu, conspiracy conspiraci,
conspirator conspir, conspirators conspir, conspire conspir, conspired conspir, conspiring conspir, constable constabl,
constables constabl, constance constanc, constancy constanc, constant constant,
knack knack, knackeries knackeri, knacks knack, knag knag, knave knave, knaves knave, knavish knavish, kneaded knead,
kneading knead, knee knee, kneel kneel, kneeled kneel, kneeling kneel, kneels kneel, knees knee, knell knell, knelt knelt,
knew knew, knick knick, knif knif, knife knife, knight knight, knightly knight, knights knight, knit knit, knits knit,
knitted knit, knitting knit, knives knive, knob knob, knobs knob, knock knock, knocked knock, knocker knocker,
knockers knocker, knocking knock, knocks knock, knopp knopp, knot knot, knots knot`

func TestPublishedVocabulary(t *testing.T) {
	for _, pair := range strings.Split(published, ",") {
		words := strings.Fields(pair)
		if got := stem.Word(words[0]); got != words[1] {
			t.Errorf("%s: %s, want %s", words[0], got, words[1])
		}
	}
}

func TestWord(t *testing.T) {
	for word, want := range map[string]string{
		"translations": "translat", "translated": "translat", "generalization": "general", "generate": "generat",
		"hopping": "hop", "hoping": "hope", "ties": "tie", "cries": "cri", "gas": "gas", "gaps": "gap", "kiwis": "kiwi",
		"author's": "author", "succeeded": "succeed", "exceeds": "exceed", "news": "news", "dying": "die", "bias": "bias",
		"communication": "communic", "analogies": "analog", "analogy": "analog", "by": "by", "saying": "say", "": "",
		"bert": "bert", "übersetzung": "übersetzung", "gpt4": "gpt4", "skies": "sky",
	} {
		if got := stem.Word(word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func FuzzWord(f *testing.F) {
	for _, word := range []string{"consignment", "yyyy", "'s'", "eed", "ingly", "ll", "aeiouy", "Ünïted"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if got := stem.Word(word); len(got) > len(word)+1 {
			t.Errorf("%q grew to %q", word, got)
		}
	})
}
