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
 *   <li>Tokens are sealed and opened here, by the JDK's ciphers, although jose4j can: of all that JOSE has, two forms are
 *       ours, and what remains fits on a screen. The library decodes leniently, inflates {@code zip}, lets unchecked
 *       exceptions out, and took as long as all the rest; it stays for keys' public forms and for JWTs for others, and in
 *       tests to seal what we open and to open what we seal.
 *   <li>A token is looked at before anything is decrypted: the first look costs a microsecond or two, a private RSA
 *       operation a thousand.
 *   <li>The list of header members is closed: one that is not listed is refused, not ignored. A later format shows itself
 *       by a new member, and this one will not mistake it.
 *   <li>A signature sits inside the encryption although one key holder does both. Encrypting needs the public key only,
 *       and so proves nothing about who did it.
 *   <li>Signing keys are derived from the two primes and not from the encoded key, so that one key in two encodings
 *       gives the same.
 *   <li>A provider other than the JDK's is asked for one operation and stays off the list of the Java process: what is on
 *       that list outlives a web application that put it there.
 * </ul>
 */
@NullMarked
package org.vizgate.jose;

import org.jspecify.annotations.NullMarked;
