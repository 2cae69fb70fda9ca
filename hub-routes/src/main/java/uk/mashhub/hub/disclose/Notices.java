package uk.mashhub.hub.disclose;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;

/** What a team's queue carries: a random view id and a version, no content (ruling 15). */
public final class Notices {
    private Notices() {}

    /** The queue of a team. */
    public static String address(AreaCode area, TeamId team) {
        return "team." + area.value().toLowerCase(Locale.ROOT) + "." + team + ".notices";
    }

    /** Which of a queue's notices this one replaces: the view that it is about. */
    public static String lastValue(byte[] notice) {
        String text = new String(notice, StandardCharsets.UTF_8);
        int at = text.indexOf("\"view\":\"") + 8;
        return text.substring(at, at + 36);
    }

    /**
     * Tells the supervisors that the conflict list has changed. Who is on it stands on a page that a person does not find
     * themselves on; the whole team reads the notice.
     */
    public static byte[] conflict(UUID notice) {
        return ("{\"view\":\"" + notice + "\",\"conflict\":true}").getBytes(StandardCharsets.UTF_8);
    }

    /** Tells an owner, or who reviews it, of a use of break-glass; on what, the page says. */
    public static byte[] breakGlass(UUID use) {
        return ("{\"view\":\"" + use + "\",\"breakGlass\":\"" + use + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] notice(ViewHead head) {
        return ("{\"view\":\"" + head.id() + "\",\"version\":" + head.version() + "}").getBytes(StandardCharsets.UTF_8);
    }
}
