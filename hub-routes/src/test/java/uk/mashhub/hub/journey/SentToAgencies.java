package uk.mashhub.hub.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealBroken;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;

/** Everything that the hub puts on an agency's queue, opened with that agency's own key. */
final class SentToAgencies extends EventNotifierSupport {
    private static final Pattern QUEUE = Pattern.compile("queue:agency\\.([a-z0-9-]+)\\.([a-z0-9-]+)\\.enquiries");
    private static SentToAgencies one;

    /** What one source got. */
    record Sent(SourceId source, String text) {
        @Override
        public String toString() {
            return "Sent[" + source + "]";
        }
    }

    private record Sealed(AgencyId agency, SourceId source, byte[] body) {}

    private final TheHub hub;
    private final List<Sealed> seen = new CopyOnWriteArrayList<>();
    private int begin;

    private SentToAgencies(TheHub hub) {
        this.hub = hub;
    }

    /** Listens from the first journey on; each sees what was sent since it began. */
    static synchronized SentToAgencies of(TheHub hub) {
        if (one == null) {
            one = new SentToAgencies(hub);
            one.start();
            hub.part(CamelContext.class).getManagementStrategy().addEventNotifier(one);
        }
        one.begin = one.seen.size();
        return one;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelEvent.ExchangeSendingEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        CamelEvent.ExchangeSendingEvent sending = (CamelEvent.ExchangeSendingEvent) event;
        Matcher queue = QUEUE.matcher(sending.getEndpoint().getEndpointUri());
        if (queue.find()) {
            byte[] body = sending.getExchange().getMessage().getBody(byte[].class);
            seen.add(new Sealed(new AgencyId(queue.group(1)), new SourceId(queue.group(2)), body));
        }
    }

    /** What was sent since this journey began. */
    List<Sent> all() {
        return seen.subList(begin, seen.size()).stream().map(this::open).toList();
    }

    private Sent open(Sealed sealed) {
        Source source = hub.part(Partnership.class).areas().stream()
                .flatMap(a -> a.agencyOf(sealed.source()).stream())
                .flatMap(a -> a.source(sealed.source()).stream())
                .findFirst()
                .orElseThrow();
        SealKeyPair key = SealKeyPair.of(hub.part(KeyRing.class).sealKey(source.principal()));
        try {
            byte[] plain = Seal.open(key, Addresses.enquiries(sealed.agency(), sealed.source()), sealed.body());
            return new Sent(sealed.source(), new String(plain, StandardCharsets.UTF_8));
        } catch (SealBroken e) {
            throw new AssertionError("what " + sealed.source() + " got was not sealed for it", e);
        }
    }
}
