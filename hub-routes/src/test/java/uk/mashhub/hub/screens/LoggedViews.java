package uk.mashhub.hub.screens;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ViewId;

/** Views as the door hands them out; everybody in them is invented. */
public final class LoggedViews {
    public static final UUID ID = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a001");
    public static final String CHILD = "c0ffee00c0ffee00c0ffee00c0ffee00";
    public static final String LINE = "11112222333344445555666677778888";
    public static final String OWN_LINE = "99990000aaaabbbbccccddddeeeeffff";

    public static final DisclosureId DISCLOSURE =
            new DisclosureId(UUID.fromString("0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002"));

    private LoggedViews() {}

    /** A packet with something of everything. */
    public static LoggedView full() {
        return of(FULL);
    }

    public static LoggedView of(String json) {
        LoggedView view = mock(LoggedView.class);
        when(view.id()).thenReturn(new ViewId(ID));
        when(view.version()).thenReturn(1L);
        when(view.disclosure()).thenReturn(DISCLOSURE);
        when(view.content()).thenReturn(json.getBytes(StandardCharsets.UTF_8));
        return view;
    }

    /** A line of a queue. */
    public static ViewDoor.Queued queued(UUID id, String name, String rating, String stage, String dueAt) {
        String line = """
                {"agencies":[{"agency":"exampleshire-police","name":"Exampleshire Police","state":"ASKED","text":"asked, due 14:00"}],
                 "dueAt":"%s","name":"%s","perspective":"%s","purpose":"S47","rating":"%s","receivedAt":"2026-11-02T08:40:00Z",
                 "reference":"MH-7K2Q-94","stage":"%s"}""".formatted(dueAt, name, CHILD, rating, stage);
        return new ViewDoor.Queued(
                new ViewId(id),
                1,
                new EnquiryId(UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a0ff")),
                line.getBytes(StandardCharsets.UTF_8));
    }

    /** A list of one page. */
    public static ViewDoor.Page page(ViewDoor.Queued... lines) {
        return new ViewDoor.Page(List.of(lines), Optional.empty(), Optional.empty());
    }

    private static final String FULL = """
            {"reference":"MH-7K2Q-94","audience":{"team":"council-decision","role":"DECISION_MAKER","agency":"exampleshire-council","placement":"INSIDE"},
             "perspective":"c0ffee00c0ffee00c0ffee00c0ffee00","purpose":"S47","rating":"RED","stage":"READY","artefact":"INSIDE_RECORD","policy":"ab",
             "receivedAt":"2026-11-02T08:40:00Z","dueAt":"2026-11-02T12:40:00Z",
             "banners":[{"kind":"SAFE_ADDRESS","text":"Somebody here must not be found."}],
             "people":[{"handle":"c0ffee00c0ffee00c0ffee00c0ffee00","roles":["INDEX_CHILD","VICTIM"],"name":"Maya Invented","lines":[
                {"handle":"11112222333344445555666677778888","when":"","title":"Identity","about":["c0ffee00c0ffee00c0ffee00c0ffee00"],
                 "fields":[{"label":"Date of birth","value":"2015-07-03"},{"label":"NHS number","value":"9990000018"}],
                 "sources":[{"owner":"Exampleshire Council","system":"Children in need census","nature":"FACT","grade":""}],
                 "outcome":"SHOW","redacted":[],"why":"Identity is shared inside the hub.","law":"Children Act 1989 s47(9)","notes":[],"attachments":[],"own":false,"awaiting":[]}]},
               {"handle":"d0d0","roles":["PARENT"],"name":"Ana Invented","lines":[]}],
             "household":[{"text":"Household","members":["c0ffee00c0ffee00c0ffee00c0ffee00","d0d0"],"address":"1 Invented Street, ZZ1 1AA"}],
             "chronology":[
                {"handle":"99990000aaaabbbbccccddddeeeeffff","when":"2026-03-02","title":"Domestic abuse incident","about":["d0d0"],
                 "fields":[{"label":"What happened","value":"A neighbour heard shouting.\\nOfficers attended."}],
                 "sources":[{"owner":"Exampleshire Police","system":"Police records system","nature":"ALLEGATION","grade":"untested source; known indirectly"}],
                 "outcome":"REDACT","redacted":["Address"],"why":"Relevant to the child's safety.","law":"Children Act 1989 s47","notes":["Do not share onward"],
                 "attachments":[{"name":"Maya <b> photo.jpg","mediaType":"image/jpeg","base64":"aGVsbG8="}],"own":true,"awaiting":["council-decision"]}],
             "withheld":[{"owner":"Exampleshire NHS","kind":null,"contact":"Safeguarding nurse, 020 7946 0300","text":"Exampleshire NHS holds something that you may not read. Ring Safeguarding nurse, 020 7946 0300."}],
             "agencies":[{"agency":"exampleshire-police","name":"Exampleshire Police","state":"ANSWERED","text":"answered 10:40"},
                         {"agency":"exampleshire-health","name":"Exampleshire NHS","state":"UNAVAILABLE","text":"unavailable since 10:40"}],
             "gaps":["Exampleshire NHS: unavailable since 10:40"],
             "contradictions":[{"about":"c0ffee00c0ffee00c0ffee00c0ffee00","text":"Date of birth: 3 July 2015 (Council) / 7 March 2015 (Police)"}],
             "decisions":[{"child":"c0ffee00c0ffee00c0ffee00c0ffee00","outcomes":["STRATEGY_DISCUSSION"],"rationale":"Threshold met.","dissent":"Health: not yet.","overtaken":true}]}
            """;
}
