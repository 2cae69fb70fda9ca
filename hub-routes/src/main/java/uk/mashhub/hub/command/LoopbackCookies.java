package uk.mashhub.hub.command;

import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Cookies as browsers keep them: one that is for encrypted connections alone goes to this machine's own addresses in clear too
 * (W3C Secure Contexts, section 3.1: loopback is potentially trustworthy).
 */
final class LoopbackCookies implements CookieStore {
    private final CookieStore cookies = new CookieManager().getCookieStore();

    @Override
    public void add(URI uri, HttpCookie cookie) {
        if (loopback(uri)) {
            cookie.setSecure(false);
        }
        cookies.add(uri, cookie);
    }

    private static boolean loopback(URI uri) {
        try {
            return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public List<HttpCookie> get(URI uri) {
        return cookies.get(uri);
    }

    @Override
    public List<HttpCookie> getCookies() {
        return cookies.getCookies();
    }

    @Override
    public List<URI> getURIs() {
        return cookies.getURIs();
    }

    @Override
    public boolean remove(URI uri, HttpCookie cookie) {
        return cookies.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
        return cookies.removeAll();
    }
}
