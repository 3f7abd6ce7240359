Creator "citemap"
comment "corpus of a citemap: 6 papers, 7 citations; an arc runs from the citing to the cited paper; spc is the share of the search paths among these papers that lead over it; facts of 2026-11-01 to 2026-11-22; source: a test (none)"
graph [
  directed 1
  node [
    id 0
    label "Title of bare"
    paperId "bare"
    title "Title of bare"
    listed 0
    community 1
    communityLabel "bare, title"
    localCitations 0
    referencesState "unasked"
    pagerank 0.104195003221
    rescaledPagerank -0.444833556855
    core 0
  ]
  node [
    id 1
    label "Vaswani 2017"
    paperId "attention"
    title "Attention Is All You Need"
    year 2017
    date "2017"
    authors "Ashish Vaswani"
    venue "arXiv.org"
    arxiv "1706.03762"
    url "https://arxiv.org/abs/1706.03762"
    listed 1
    community 0
    communityLabel "alignment, lima"
    localCitations 3
    referencesState "unasked"
    pagerank 0.315949602692
    rescaledPagerank 0.989086613982
    core 2
  ]
  node [
    id 2
    label "M&#252;ller et al. 2021"
    paperId "DOI:10.1038/s1"
    title "A 50% &quot;rise&quot; in \TeX &amp; H_2O {x} of C# <i>in vivo</i>"
    year 2021
    date "2021-07"
    authors "M&#252;ller, &#214;.; The Gemini Team; Zhou C."
    venue "Nature"
    doi "10.1038/s1"
    pubmed "123"
    url "https://doi.org/10.1038/s1"
    listed 0
    gapRank 1
    community 0
    communityLabel "alignment, lima"
    localCitations 1
    referencesState "known"
    pagerank 0.138878946238
    rescaledPagerank -0.29482389455
    core 2
  ]
  node [
    id 3
    label "Zhou 2023"
    paperId "twin"
    title "LIMA: Less Is More for Alignment"
    year 2023
    date "2023"
    authors "Chunting Zhou"
    retraction "retraction"
    retractionNotice "10.1000/notice"
    listed 0
    gapRank 2
    community 0
    communityLabel "alignment, lima"
    localCitations 1
    referencesState "unasked"
    pagerank 0.138878946238
    rescaledPagerank -0.29482389455
    core 1
  ]
  node [
    id 4
    label "Zhou et al. 2023"
    paperId "arXiv:2305.11206"
    title "LIMA: Less Is More for Alignment"
    year 2023
    date "2023-05-18"
    authors "Chunting Zhou; Pengfei Liu; Ann van der Berg Jr."
    venue "Neural Information Processing Systems"
    arxiv "2305.11206"
    corpusId "258822910"
    url "https://arxiv.org/abs/2305.11206"
    listed 1
    community 0
    communityLabel "alignment, lima"
    localCitations 1
    globalCitations 812
    referencesState "known"
    pagerank 0.163218555373
    rescaledPagerank -0.104614930331
    core 2
  ]
  node [
    id 5
    label "&#29579;&#23567;&#26126; 2024"
    paperId "survey"
    title "&#28145;&#24230;&#23398;&#20064;&#30340;&#32508;&#36848;"
    year 2024
    date "2024-01-02"
    authors "&#29579;&#23567;&#26126;"
    publicationTypes "JournalArticle; Review"
    listed 1
    community 0
    communityLabel "alignment, lima"
    localCitations 1
    referencesState "known"
    pagerank 0.138878946238
    rescaledPagerank -0.29482389455
    core 2
  ]
  edge [ source 2 target 1 spc 0.25 mainPath 1 ]
  edge [ source 4 target 1 spc 0.25 mainPath 0 intents "background; methodology" influential 1 ]
  edge [ source 4 target 2 spc 0.25 mainPath 1 ]
  edge [ source 4 target 3 spc 0.25 mainPath 0 influential 0 ]
  edge [ source 4 target 5 mainPath 0 ]
  edge [ source 5 target 1 spc 0.25 mainPath 0 ]
  edge [ source 5 target 4 spc 0.75 mainPath 1 ]
]
