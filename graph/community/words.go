package community

import "strings"

// stopWords are words that tell no topic: those of English grammar, and those
// that any paper may bear in its title.
var stopWords = wordSet(`
about above across after against all almost along also although among and another any are around aren't because been
before being below between both but can cannot could did does doing done down due during each either else ever every few
for from further get gets getting give given gives had has have having her here hers him his how however into its itself
just less let like made make makes making many may might more most much must neither never nor not now off often once
one ones only onto other others our ours out over own per quite rather really same shall she should since some such than
that the their theirs them then there therefore these they this those though three through thus till together too toward
towards two under until upon use used user uses using very via was way ways were what when where whether which while who
whom whose why will with within without would yes yet you your yours

achieve achieving advance advances advancing aided aiming analyses analysis analyzing analysing apply applied applying application applications
approach approaches article aspects assessing assessment attempt aware based basic better beyond brief building case cases
challenge challenges combination combined combining comparative compare compared comparing comparison complete
comprehensive considerations contribution construction current description design designing detailed develop developed developing
development different direct discussion does driven easy effect effective effectively effects efficient efficiently empirical enabled enabling
enhanced enhancing evaluate evaluated evaluating evaluation evidence examination examining example experience experiment experimental experiments
exploiting exploration explore exploring extended extending extension extensions fast faster first focus framework frameworks full fully
general generic good guide guided high higher highly holistic idea ideas impact implementation implementing implications importance important
improve improved improvement improvements improving incorporating increasing initial insight insights integrated integrating introducing introduction investigate
investigating investigation issue issues joint know large last latest lecture lessons level leveraging look low lower measure measuring
method methodology methods modified need needs new non note notes novel number obtaining overview paper papers part performance
perspective perspectives possible potential practical practice present preliminary problem problems procedure proceedings proof properties property proposal proposed
prospects providing quick real recent reconsidered reconsidering related remark remarks report research results review reviews revisited revisiting right robust
scale second series set sets several short show shows simple single small solution solutions solving some special state step steps strategies
strategy strong studies study studying successful support survey surveys system systems take task tasks technique techniques technology test
testing theoretical third time tool toolkit tools top toward tutorial types unified unifying usage useful utilizing variant various version view views what
wide work works workshop`)

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

// weakWords, in the singular, are words of many fields: good in a phrase, poor
// on their own.
var weakWords = wordSet(`acquisition adaptive agent algorithm application attention automatic benchmark classification clustering code
complexity computation computational computer context control corpora corpus data dataset decoding deep detection discovery domain dynamic
efficiency embedding english environment estimation extraction feature function generalization generalizing generation generative
graph human image inference information intelligence interaction knowledge label language learned learning logic machine matching memory
model modeling modelling multiple natural network neural online optimization output parallel pattern prediction probabilistic
processing program programming quality random recognition recurrent representation resource response rule sampling search searching
selection self-supervised semantic sentence sequence signal similarity statistical structure structured supervised
supervision text theory training transfer transformer understanding unsupervised user web word`)
