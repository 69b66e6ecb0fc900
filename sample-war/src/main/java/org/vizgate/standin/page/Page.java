package org.vizgate.standin.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

import org.vizgate.standin.http.Reply;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The frame every page stands in. It says at once that this is not Tableau. */
public final class Page {
    private static final Html STYLE = new Html(resource("page.css"));

    // No form-action: browsers apply it to the redirects after a form as well, and those lead to any client's host.
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE.markup())
            + "'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s - Tableau stand-in</title>
            <style>%s</style>
            </head>
            <body>
            <header><strong>Tableau stand-in:</strong> no real accounts here</header>
            <main>
            <h1>%s</h1>
            %s
            </main>
            <footer>A pretended Tableau for trying things out, with made-up people and made-up workbooks.</footer>
            </body>
            </html>
            """;

    private Page() {}

    public static Reply reply(int status, String title, Html content) {
        Html page = Html.of(FRAME, title, STYLE, title, content);
        return Reply.of(status, "text/html;charset=UTF-8", page.markup())
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Frame-Options", "DENY");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
