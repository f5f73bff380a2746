//! Numbers for tests that look at many small problems.

/// A reproducible scatter of numbers below the one given at each call.
pub(super) fn scatter(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    }
}
