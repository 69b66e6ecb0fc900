package org.vizgate.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads a file that a setting names. No message repeats the path: somebody may have put a password in its place. */
final class SettingFile {
    private static final int LARGEST_SECRET = 64 * 1024;
    // A bundle of all public certificate authorities has some 220 KiB.
    private static final int LARGEST = 1024 * 1024;
    private static final String CHECK = "Check the path, and that the account of the server may read the file";

    private SettingFile() {}

    /**
     * The text of the file at {@code path}, without one line end at its end.
     *
     * @throws Misfit if there is no such file, or none that can be a setting
     */
    static String read(String path, SettingKind kind) {
        int most = kind.isSecret() ? LARGEST_SECRET : LARGEST;
        byte[] bytes = bytes(absolute(path), most);
        if (bytes.length > most) {
            throw new Misfit("names a file of more than " + most / 1024 + " KiB", "Name the file that was meant");
        }
        String text = withoutLineEnd(text(bytes));
        if (text.isBlank()) {
            throw new Misfit("names an empty file", "Write the value into the file");
        }
        return text;
    }

    private static Path absolute(String text) {
        Path path;
        try {
            path = Path.of(text);
        } catch (InvalidPathException e) {
            throw new Misfit("is not a path", "Write the absolute path of a file");
        }
        if (!path.isAbsolute()) {
            throw new Misfit(
                    "is a relative path, which would be read from the directory "
                            + Shown.quoted(Path.of("").toAbsolutePath().toString()),
                    "Write an absolute path");
        }
        return path;
    }

    private static byte[] bytes(Path path, int most) {
        if (Files.isDirectory(path)) {
            throw new Misfit("names a directory", "Name the file in it");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most + 1);
        } catch (NoSuchFileException e) {
            throw new Misfit("names a file that does not exist", CHECK);
        } catch (AccessDeniedException e) {
            throw new Misfit("names a file that may not be read", CHECK);
        } catch (IOException e) {
            throw new Misfit("names a file that cannot be read", CHECK);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Misfit("names a file that is not text in UTF-8", "Name the file that was meant");
        }
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
