package org.vizgate.web;

import java.util.List;

import org.vizgate.crypto.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A JSON document that is the same for everybody: its bytes and its strong entity tag are made once. Immutable. */
public final class Document {
    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private final byte[] bytes;
    private final String entityTag;

    private Document(byte[] bytes, String entityTag) {
        this.bytes = bytes;
        this.entityTag = entityTag;
    }

    public static Document of(String json) {
        return new Document(json.getBytes(UTF_8), '"' + Digests.brief(json) + '"');
    }

    /** The document itself, not a copy: to be written and nothing else. */
    public byte[] bytes() {
        return bytes;
    }

    /** With its quotes (RFC 9110 section 8.8.3). Other bytes have another one. */
    public String entityTag() {
        return entityTag;
    }

    /**
     * Whether the client has this document already (RFC 9110 section 13.1.2, by weak comparison).
     *
     * @param ifNoneMatch every value of the header
     */
    public boolean isKnownTo(List<String> ifNoneMatch) {
        for (String line : ifNoneMatch) {
            // A comma inside another tag's quotes splits that tag; no piece of it can equal ours, which has quotes
            // itself.
            for (String tag : line.split(",", -1)) {
                String bare = tag.strip();
                if (bare.equals(ANY)
                        || (bare.startsWith(WEAK) ? bare.substring(WEAK.length()) : bare).equals(entityTag)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "Document[" + entityTag + ", " + bytes.length + " bytes]";
    }
}
