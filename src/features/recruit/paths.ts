/** The pages of an agreement. */
export const SIGN = '/pages/recruit/sign/index'
