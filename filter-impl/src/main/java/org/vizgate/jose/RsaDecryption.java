package org.vizgate.jose;

/** How an encrypted text is got at with one of our RSA keys. Safe for use by several threads. */
interface RsaDecryption {
    /** @throws InvalidTokenException if the token was not encrypted to that key, or was changed */
    String decrypt(RingKey key, CompactToken token);
}
