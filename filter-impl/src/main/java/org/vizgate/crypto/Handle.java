package org.vizgate.crypto;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference that is its own key: {@code id.secret}. The id finds an entry in a store, the secret opens it; the store
 * never sees the secret.
 */
public final class Handle {
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    private final String id;
    private final String secret;

    private Handle(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    public static Handle random(RandomTokens random) {
        return new Handle(random.text(ID_BYTES), random.text(SECRET_BYTES));
    }

    /** The handle that {@code text} is, or empty if it has another form. */
    public static Optional<Handle> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new Handle(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** 22 characters of base64url; not a secret. */
    public String id() {
        return id;
    }

    /** The box that only a holder of this handle opens. */
    public SealedBox box(RandomTokens random) {
        return new SealedBox(Base64.getUrlDecoder().decode(secret), random);
    }

    /** The whole handle, for its holder. */
    public String reveal() {
        return id + "." + secret;
    }

    /** Shows the id only. */
    @Override
    public String toString() {
        return "Handle[" + id + "]";
    }
}
