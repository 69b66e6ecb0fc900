package org.vizgate.limit;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses with a common beginning, in CIDR notation (RFC 4632 section 3.1): {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or
 * one address.
 */
public final class AddressRange {
    private static final Pattern FORM = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

    private final byte[] start;
    private final int bits;

    private AddressRange(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException if {@code text} is no range; a message without the text says why */
    public static AddressRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is not an address or a range of addresses");
        }
        byte[] start = Addresses.parse(form.group(1))
                .map(InetAddress::getAddress)
                .orElseThrow(() -> new IllegalArgumentException("is not an address or a range of addresses"));
        int all = start.length * Byte.SIZE;
        int bits = form.group(2) == null ? all : Integer.parseInt(form.group(2));
        if (bits > all) {
            throw new IllegalArgumentException("has more bits after the slash than the address has");
        }
        AddressRange range = new AddressRange(start, bits);
        // 10.1.2.3/8 is most likely a slip, and trusting more than was meant is the worse way to read it.
        for (int bit = bits; bit < all; bit++) {
            if (isSet(start, bit)) {
                throw new IllegalArgumentException("has an address with more bits than stand after the slash");
            }
        }
        return range;
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (isSet(other, bit) != isSet(start, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSet(byte[] bytes, int bit) {
        return (bytes[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0;
    }
}
