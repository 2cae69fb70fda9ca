package uk.mashhub.hub.command;

import java.io.PrintStream;

/** What the demo says. */
final class DemoWords {
    private DemoWords() {}

    static void welcome(PrintStream out, String url) {
        out.println();
        out.println("The hub is at " + url);
        out.println("Sign in with one of these; the password is the user name. Every person is invented.");
        out.println("  decision    MASH decision maker          screening   screening social worker");
        out.println("  police      police desk                  health      safeguarding nurse");
        out.println("  education   education desk               housing     housing officer (acts for adults)");
        out.println("  support     business support             protected   protected persons unit");
        out.println("  ig-council, ig-council-2, ig-police      information governance");
        out.println("Ctrl-C stops everything.");
    }
}
