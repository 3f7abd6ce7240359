Creator "citemap"
comment "corpus of a citemap: 6 papers, 7 co-citation links; together is how many papers of the corpus cite both, weight its cosine; facts of 2026-11-01 to 2026-11-22; source: a test (none)"
graph [
  directed 0
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
  ]
  edge [ source 1 target 2 weight 0.57735026919 together 1 ]
  edge [ source 1 target 3 weight 0.57735026919 together 1 ]
  edge [ source 1 target 4 weight 0.57735026919 together 1 ]
  edge [ source 1 target 5 weight 0.57735026919 together 1 ]
  edge [ source 2 target 3 weight 1.0 together 1 ]
  edge [ source 2 target 5 weight 1.0 together 1 ]
  edge [ source 3 target 5 weight 1.0 together 1 ]
]
