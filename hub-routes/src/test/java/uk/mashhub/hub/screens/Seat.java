package uk.mashhub.hub.screens;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser of their own. Everything that reaches the browser is kept, to be looked through. */
final class Seat implements AutoCloseable {
    /** The whole hub shares a small machine with its tests. */
    private static final double PATIENCE_MILLIS = 90_000;

    private final String hub;
    private final BrowserContext context;
    private final Page page;
    private final List<String> received = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Seat(String hub, BrowserContext context) {
        this.hub = hub;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onResponse(this::keep);
        page.onConsoleMessage(m -> complaints.add(m.type() + ": " + m.text() + " " + m.location()));
    }

    /** Signs a demo user in. */
    static Seat signedIn(Chromium chromium, String hub, String user) {
        Seat seat = new Seat(hub, chromium.browser().newContext());
        seat.page.navigate(hub + "/");
        seat.page.getByLabel("User name").fill(user);
        seat.page.getByLabel("Password").fill(user);
        seat.page.locator("button[type=submit]").click();
        seat.page.waitForURL(hub + "/**");
        return seat;
    }

    private void keep(Response response) {
        // Of the hub alone: the provider's page names the demo's users, and is not ours. Style sheets are everybody's.
        if (response.url().startsWith(hub) && !response.url().endsWith(".css")) {
            received.add(response.url() + "\n" + response.headers() + "\n" + body(response));
        }
    }

    private static String body(Response response) {
        try {
            return response.text();
        } catch (PlaywrightException e) {
            return ""; // A redirect has none.
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

    /** Everything that reached the browser: addresses, headers, bodies, and the page as the browser holds it. */
    String everything() {
        return String.join("\n", received) + page.content();
    }

    /** What the browser complained of, such as a breach of the content security policy. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
