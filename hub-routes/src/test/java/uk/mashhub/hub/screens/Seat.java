package uk.mashhub.hub.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.HarContentPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of a browser of their own. Everything that reaches the browser is kept, to be looked through. */
final class Seat implements AutoCloseable {
    /** The whole hub shares a small machine with its tests. */
    private static final double PATIENCE_MILLIS = 90_000;

    private final String hub;
    private final BrowserContext context;
    private final Path recording;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Seat(String hub, Browser browser) {
        this.hub = hub;
        this.recording = newFile();
        // The browser records what reaches it. A listener that asks for a body can wait for ever: one is never sent
        // when the page has moved on.
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setRecordHarPath(recording)
                .setRecordHarContent(HarContentPolicy.EMBED));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(m -> complaints.add(m.type() + ": " + m.text() + " " + m.location()));
    }

    /** Signs a demo user in. */
    static Seat signedIn(Chromium chromium, String hub, String user) {
        Seat seat = new Seat(hub, chromium.browser());
        seat.page.navigate(hub + "/");
        seat.page.getByLabel("User name").fill(user);
        seat.page.getByLabel("Password").fill(user);
        seat.page.locator("button[type=submit]").click();
        seat.page.waitForURL(hub + "/**");
        return seat;
    }

    private static Path newFile() {
        try {
            return Files.createTempFile("seat", ".har");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Page page() {
        return page;
    }

    /** Opens every packet on the queue whose row holds a reference; returns what stands on each. */
    List<String> packets(String reference) {
        page.navigate(hub + "/");
        List<String> addresses = page.locator("tr", new Page.LocatorOptions().setHasText(reference))
                                .locator("a")
                                .evaluateAll("links => links.map(a => a.href)")
                        instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
        List<String> texts = new ArrayList<>();
        for (String address : addresses) {
            page.navigate(address);
            texts.add(page.locator("main").innerText());
        }
        return texts;
    }

    /**
     * Leaves the seat, and tells all that reached the browser from the hub: addresses, headers, bodies, and the page as
     * the browser held it. The provider's page names the demo's users and is not ours; style sheets are everybody's.
     */
    String everything() {
        String held = page.content();
        context.close();
        StringBuilder all = new StringBuilder(held);
        for (JsonNode entry : JsonMapper.shared().readTree(recording).at("/log/entries")) {
            String address = entry.at("/request/url").asString();
            if (address.startsWith(hub) && !address.endsWith(".css")) {
                all.append('\n').append(address).append('\n').append(entry.at("/response/headers"));
                all.append('\n').append(body(entry.at("/response/content")));
            }
        }
        return all.toString();
    }

    private static String body(JsonNode content) {
        String text = content.path("text").asString("");
        return content.path("encoding").asString("").equals("base64")
                ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
                : text;
    }

    /**
     * What the browser complained of, such as a breach of the content security policy. Not of typefaces that the hub does not
     * have: where the driver asks for a style before the second style sheet is there, the first one's are looked for.
     */
    List<String> complaints() {
        return complaints.stream().filter(c -> !c.contains("/assets/fonts/")).toList();
    }

    @Override
    public void close() {
        context.close();
        try {
            Files.deleteIfExists(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
