package uk.mashhub.hub.decide;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.policy.Handles;

/**
 * Ids that readers see: a keyed hash (HMAC-SHA-256, 128 bits of it) of the thing and the view. Without the key they look
 * random and say nothing; two teams see different ones, so that comparing screens links nothing (ruling 11).
 */
public final class KeyedHandles implements Handles {
    private final SecretKeySpec key;

    public KeyedHandles(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    @Override
    public String line(ViewKey view, ItemId item) {
        return handle("line", view, item.toString());
    }

    @Override
    public String person(ViewKey view, PersonId person) {
        return handle("person", view, person.toString());
    }

    private String handle(String kind, ViewKey view, String id) {
        String name = String.join(
                "|",
                kind,
                view.enquiry().toString(),
                view.area().toString(),
                view.team().toString(),
                view.role().name(),
                view.perspective().toString(),
                id);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
