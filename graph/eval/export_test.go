package eval

// QualityOf scores sorted ranks.
var QualityOf = quality
