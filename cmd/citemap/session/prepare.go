package session

import (
	"github.com/spf13/cobra"

	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/settings"
)

// PrepareAll has every verb take its settings before it looks at its arguments,
// then note its files and make the service; and name the file of settings where
// one of them was wrong.
func PrepareAll(root *cobra.Command, s *Session) {
	for _, c := range append(settings.Verbs(root), root) {
		args, run := c.Args, c.RunE
		c.Args = func(c *cobra.Command, given []string) error {
			if c == root && len(given) == 0 {
				return nil // help is for those with a wrong file, too
			}
			if err := s.applySettings(c, given); err != nil {
				return err
			}
			return args(c, given)
		}
		c.RunE = func(c *cobra.Command, given []string) error {
			if err := s.guard(c, given); err != nil {
				return settings.Blame(c, err)
			}
			if err := s.Flags.Service.Check(); err != nil {
				return settings.Blame(c, err)
			}
			s.makeService(c)
			return settings.Blame(c, run(c, given))
		}
	}
}

// applySettings sets the flags of a verb that nobody set from the files of
// settings.
func (s *Session) applySettings(c *cobra.Command, args []string) error {
	paths, err := settings.Apply(c, args, &s.Files, SettingsRules())
	if err != nil {
		return err
	}
	for _, path := range paths {
		if s.Console.Verbose {
			s.Console.Say("settings: %s", path)
		}
	}
	return nil
}

// SettingsRules say what the settings have to know of the verbs.
func SettingsRules() settings.Rules {
	return settings.Rules{
		Formats: AnswerFormats, AllFormats: AnswerFormats("check"), NamesFormat: namesFormat,
		Variables: map[string]string{"api-url": service.URLVariable, "mail": service.MailVariable},
	}
}

// Stays is the annotation of a verb that answers many questions, some at the same time.
const Stays = "stays"

// makeService makes the service, now that all flags are known.
func (s *Session) makeService(c *cobra.Command) {
	o := s.Flags.Service
	o.Version, o.Alone = s.Program.Version, c.Annotations[Stays] == ""
	o.WithholdKey = settings.SetByFile(c.Flags().Lookup("api-url")) // a key goes where the run itself says, by flag or environment
	s.Service = service.New(o, s.Stdin, s.Console)
}
