package org.vizgate.jose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One labelled block of a PEM text (RFC 7468 section 2); the content is still encoded. */
record PemBlock(String label, String content) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*(?:-(?!----)[^-]*)*)-----END \\1-----");
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");

    static List<PemBlock> read(String text) {
        // A variable cannot always hold a line end, so "\n" stands for one.
        String lines = text.replace("\\r", "").replace("\\n", "\n");
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(lines);
        while (matcher.find()) {
            blocks.add(new PemBlock(matcher.group(1), matcher.group(2)));
        }
        if (blocks.size() != BEGIN.matcher(lines).results().count()) {
            throw new UnusableKeyException(
                    "A PEM block is cut off or damaged: its BEGIN line has no END line that matches. Copy the whole file.");
        }
        if (blocks.isEmpty()) {
            throw new UnusableKeyException(
                    "There is no PEM block in the text: no line reads -----BEGIN PRIVATE KEY-----. "
                            + PemKeys.HOW_TO_MAKE_ONE);
        }
        return blocks;
    }

    /** Without the content: it is a key. */
    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}
