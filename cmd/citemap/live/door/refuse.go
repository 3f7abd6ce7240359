package door

import (
	"encoding/json"
	"io"
	"net/http"

	"citemap/render"
)

// turnAway says to a reader why there is no page.
func turnAway(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, "citemap: "+render.Clean(why)+"\n")
}

// Refuse says in JSON why there is no answer.
func Refuse(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": render.Clean(why)})
}
