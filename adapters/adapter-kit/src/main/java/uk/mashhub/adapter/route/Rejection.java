package uk.mashhub.adapter.route;

import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.wire.ModelJson;

/**
 * What the sender finds in {@code <name>.rejected}: a problem in the manner of RFC 9457, without any value of the
 * message.
 */
record Rejection(String type, String title, String fault, String place, String reason) {
    static Rejection of(Unreadable unreadable) {
        String fault = unreadable.fault().name();
        return new Rejection(
                "urn:uk.mashhub:problem:"
                        + fault.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "The file was not read. Mend it and send it again under a new name; ring the hub if it is urgent.",
                fault,
                unreadable.place(),
                unreadable.reason());
    }

    byte[] json() {
        return ModelJson.write(this);
    }
}
