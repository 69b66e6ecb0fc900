/**
 * JOSE: keys, and tokens that are sealed with them. The only importer of jose4j.
 *
 * <p>The doors are {@link org.vizgate.jose.PemKeys} (text to keys), {@link org.vizgate.jose.KeyRing} (what is derived from
 * keys), {@link org.vizgate.jose.AccessTokenCipher} (claims to token and back) and {@link org.vizgate.jose.JwsSigner} (JWTs for
 * others). Ground: imports {@code crypto},
 * {@code json}, the application's types and the JDK.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>A token is looked at by hand before jose4j sees it. The library decodes leniently, inflates {@code zip} and lets
 *       unchecked exceptions out; the first look costs a microsecond where a private RSA operation costs a thousand.
 *   <li>The list of header members is closed: one that is not listed is refused, not ignored. A later format shows itself
 *       by a new member, and this one will not mistake it.
 *   <li>A signature sits inside the encryption although one key holder does both. Encrypting needs the public key only,
 *       and so proves nothing about who did it.
 *   <li>Signing keys are derived from the two primes and not from the encoded key, so that one key in two encodings
 *       gives the same.
 *   <li>A provider other than the JDK's is asked for one operation, by hand. jose4j finds providers by name in the list of
 *       the Java process only, and what is on that list outlives a web application that put it there.
 *   <li>Every token has a {@code JsonWebEncryption} object of its own: a second token on the same object would be
 *       answered with the first one's text.
 * </ul>
 */
@NullMarked
package org.vizgate.jose;

import org.jspecify.annotations.NullMarked;
