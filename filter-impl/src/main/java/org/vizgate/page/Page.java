package org.vizgate.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.vizgate.web.Reply;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The frame of every page: style, headers, and nothing that loads or runs. */
public final class Page {
    private static final String STYLE = resource("page.css");
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <main>
            <h1>%2$s</h1>
            %4$s
            </main>
            </body>
            </html>
            """;

    private Page() {}

    /**
     * A page, never stored, never framed.
     *
     * @param title HTML
     * @param body HTML after the heading
     */
    public static Reply reply(int status, Texts texts, String title, String body) {
        return Reply.of(status)
                .with("Content-Type", "text/html;charset=UTF-8")
                .with("Content-Security-Policy", POLICY)
                .with("X-Frame-Options", "DENY")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with("Content-Language", texts.language())
                .uncached()
                .withBody(FRAME.formatted(texts.language(), title, STYLE, body));
    }

    private static String resource(String name) {
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
