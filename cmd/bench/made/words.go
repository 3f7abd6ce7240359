package made

var (
	openings    = []string{"Learning", "On the", "Towards", "Estimating", "A survey of", "Bounds for", "Fast", "Revisiting", "Measuring", "Unsupervised"}
	nouns       = []string{"models", "methods", "networks", "systems", "graphs", "estimates", "fields", "signals", "languages", "structures", "dynamics", "data"}
	verbs       = []string{"improves", "lowers", "predicts", "explains", "bounds", "replaces"}
	venues      = []string{"Journal of Made-Up Results", "Proceedings of the Conference on Fields", "arXiv.org", "Annals of Citation", "Neural Fields & Systems", "Physical Notes B"}
	givenNames  = []string{"Ada", "Bo", "Chen", "Dévi", "Eva", "Femi", "Gül", "Hana", "Ivo", "Jun", "Kofi", "Lea", "Mona", "Nils", "Olu", "Priya"}
	familyNames = []string{"Abe", "Berg", "Cruz", "Dietz", "Eriksen", "Fofana", "García", "Huang", "Ito", "Jansen", "Kovács", "Li", "Müller", "Nguyen", "O'Neill", "Park", "Qureshi", "Rossi", "Singh", "Tanaka", "Ueda", "Vogt", "Wang", "Ximenes", "Yıldız", "Zhang"}
)
