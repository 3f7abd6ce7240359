package manual

// surroundings is what no verb says of itself, in Markdown.
const surroundings = `# EXIT STATUS
0: done. 1: failed. 2: usage. 3: done in part, and --strict was given. 130: interrupted.

# ENVIRONMENT
**SEMANTIC_SCHOLAR_API_KEY**, **S2_API_KEY**: a key for Semantic Scholar; the first that is there.

**OPENALEX_API_KEY**: a key for OpenAlex.

**CITEMAP_MAIL**: your mail address, for Crossref.

**CITEMAP_API_URL**, **CITEMAP_OPENALEX_URL**, **CITEMAP_CROSSREF_URL**: where to ask in place of those APIs.

**CITEMAP_CONFIG**: the file of your settings, or none.

**NO_COLOR**: whatever its value, no colour.

# FILES
**citemap/config.toml** in your config folder (on Linux ~/.config): your settings.

**citemap.toml** beside a list: settings of what is shown of it.

**citemap/library.sqlite** in your data folder (on Linux ~/.local/share): the library.

**citemap/go-graphviz** in your cache folder (on Linux ~/.cache): what draws, compiled. Where others
can write to that folder or those it is in, or there is none, each run compiles it anew, for a second.

`
